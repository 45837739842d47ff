using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>An operation of one argument, vector by vector.</summary>
internal sealed unsafe class UnaryKernel<F, V, T> : TileKernel
    where F : struct, IUnaryOperation<T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
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
