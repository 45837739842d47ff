using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Loops that go vector by vector, at the widest vectors that the hardware has.</summary>
internal static unsafe class LaneLoops
{
    public static ElementLoop Unary<F, T>()
        where F : struct, IUnaryOperation<T>
        where T : unmanaged =>
        Vector512.IsHardwareAccelerated ? new UnaryLoop<F, Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new UnaryLoop<F, Lanes256<T>, T>()
        : new UnaryLoop<F, Lanes128<T>, T>();

    public static ElementLoop Binary<F, T>()
        where F : struct, IBinaryOperation<T>
        where T : unmanaged =>
        Vector512.IsHardwareAccelerated ? new BinaryLoop<F, Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new BinaryLoop<F, Lanes256<T>, T>()
        : new BinaryLoop<F, Lanes128<T>, T>();

    /// <summary>A binary operation whose result is a mask; the loop stores booleans.</summary>
    public static ElementLoop Comparison<F, T>()
        where F : struct, IBinaryOperation<T>
        where T : unmanaged =>
        Vector512.IsHardwareAccelerated ? new ComparisonLoop<F, Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new ComparisonLoop<F, Lanes256<T>, T>()
        : new ComparisonLoop<F, Lanes128<T>, T>();

    private sealed class UnaryLoop<F, V, T> : ElementLoop
        where F : struct, IUnaryOperation<T>
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        public override MethodInfo Method => F.Method<V>();

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
        {
            T* result = (T*)destination, argument = (T*)x;
            if (count <= 0)
                return;
            long i = 0;
            // Tested at its end: out of a large loop tested at its beginning the compiler moves nothing.
            do
            {
                V.Store(F.Apply(V.Load(argument + i)), result + i);
                i += V.Count;
            }
            while (i < count);
        }
    }

    private sealed class BinaryLoop<F, V, T> : ElementLoop
        where F : struct, IBinaryOperation<T>
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        public override MethodInfo Method => F.Method<V>();

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
        {
            T* result = (T*)destination, left = (T*)x, right = (T*)y;
            if (count <= 0)
                return;
            long i = 0;
            // Tested at its end: out of a large loop tested at its beginning the compiler moves nothing.
            do
            {
                V.Store(F.Apply(V.Load(left + i), V.Load(right + i)), result + i);
                i += V.Count;
            }
            while (i < count);
        }
    }

    private sealed class ComparisonLoop<F, V, T> : ElementLoop
        where F : struct, IBinaryOperation<T>
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        public override MethodInfo Method => F.Method<V>();

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
        {
            T* left = (T*)x, right = (T*)y;
            for (long i = 0; i < count; i += V.Count)
                BoolMemory.Store<V, T>(F.Apply(V.Load(left + i), V.Load(right + i)), destination + i);
        }
    }
}
