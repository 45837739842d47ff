using System.Numerics;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>The routines that multiply two matrices, by element type and vector width.</summary>
internal static unsafe class ProductTable
{
    public static ProductRoutines For(DType dtype, int vectorBits) => dtype switch
    {
        DType.Float32 => Same<float>(vectorBits),
        DType.Float64 => Same<double>(vectorBits),
        DType.Float16 => Select<float, RealStorage<Half, float, HalfElement>>(vectorBits),
        DType.BFloat16 => Select<float, RealStorage<BFloat16, float, BFloat16Element>>(vectorBits),
        DType.Complex64 => Select<float, ComplexStorage>(vectorBits),
        // Wrapping products and sums do not know signs.
        DType.Int8 or DType.UInt8 => Same<byte>(vectorBits),
        DType.Int16 or DType.UInt16 => Same<ushort>(vectorBits),
        DType.Int32 or DType.UInt32 => Same<uint>(vectorBits),
        DType.Int64 or DType.UInt64 => Same<ulong>(vectorBits),
        _ => throw new ArgumentException($"MatMul: no product of {dtype.Name()}.", nameof(dtype)),
    };

    private static ProductRoutines Same<T>(int vectorBits)
        where T : unmanaged, INumberBase<T> =>
        Select<T, RealStorage<T, T, SameElement<T>>>(vectorBits);

    private static ProductRoutines Select<T, TStorage>(int vectorBits)
        where T : unmanaged, INumberBase<T>
        where TStorage : IStorage<T> => vectorBits switch
        {
            512 => Of<T, Vector512<T>, Simd512<T>, TStorage>(),
            256 => Of<T, Vector256<T>, Simd256<T>, TStorage>(),
            128 => Of<T, Vector128<T>, Simd128<T>, TStorage>(),
            _ => Of<T, T, SimdScalar<T>, TStorage>(),
        };

    private static ProductRoutines Of<T, TVector, TSimd, TStorage>()
        where T : unmanaged
        where TVector : unmanaged
        where TSimd : ISimd<T, TVector>
        where TStorage : IStorage<T> =>
        new(
            &Product<T, TVector, TSimd, TStorage>.MethodOf, &Product<T, TVector, TSimd, TStorage>.Run,
            &ProductDifference<T, TVector, TSimd, TStorage>.DepthOf, &ProductDifference<T, TVector, TSimd, TStorage>.Run);
}

/// <summary>The routines for one element type and vector width.</summary>
internal readonly unsafe struct ProductRoutines(
    delegate*<StridedMatrix, StridedMatrix, long, ProductMethod> methodOf,
    delegate*<StridedMatrix, StridedMatrix, ProductTarget, ProductMethod, void> run,
    delegate*<StridedMatrix, StridedMatrix, int> depthOf,
    delegate*<StridedMatrix, StridedMatrix, byte*, long, int, void> subtract)
{
    /// <inheritdoc cref="Product{T, TVector, TSimd, TStorage}.MethodOf"/>
    public ProductMethod MethodOf(StridedMatrix x, StridedMatrix y, long outputStride) => methodOf(x, y, outputStride);

    /// <inheritdoc cref="Product{T, TVector, TSimd, TStorage}.Run"/>
    public void Run(StridedMatrix x, StridedMatrix y, ProductTarget target, ProductMethod method) =>
        run(x, y, target, method);

    /// <inheritdoc cref="ProductDifference{T, TVector, TSimd, TStorage}.DepthOf"/>
    public int DepthOf(StridedMatrix x, StridedMatrix y) => depthOf(x, y);

    /// <inheritdoc cref="ProductDifference{T, TVector, TSimd, TStorage}.Run"/>
    public void Subtract(StridedMatrix x, StridedMatrix y, byte* output, long stride, int depth) => subtract(x, y, output, stride, depth);
}
