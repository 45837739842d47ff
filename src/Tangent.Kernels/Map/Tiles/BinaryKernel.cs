using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>An operation of two arguments, vector by vector.</summary>
internal sealed unsafe class BinaryKernel<F, V, T> : TileKernel
    where F : struct, IBinaryOperation<T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
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
