using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Makes the interpreter's step of an operation, at the widest vectors that the hardware has.</summary>
internal readonly struct KernelVisitor<T> : IOperationVisitor<T, TileKernel>
    where T : unmanaged
{
    public TileKernel Unary<F>()
        where F : struct, IUnaryOperation<T> =>
        Vector512.IsHardwareAccelerated ? new UnaryKernel<F, Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new UnaryKernel<F, Lanes256<T>, T>()
        : new UnaryKernel<F, Lanes128<T>, T>();

    public TileKernel Binary<F>()
        where F : struct, IBinaryOperation<T> =>
        Vector512.IsHardwareAccelerated ? new BinaryKernel<F, Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new BinaryKernel<F, Lanes256<T>, T>()
        : new BinaryKernel<F, Lanes128<T>, T>();

    public TileKernel Comparison<F>()
        where F : struct, IBinaryOperation<T> =>
        Vector512.IsHardwareAccelerated ? new ComparisonKernel<F, Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new ComparisonKernel<F, Lanes256<T>, T>()
        : new ComparisonKernel<F, Lanes128<T>, T>();
}
