using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A function of one argument, element by element.</summary>
internal sealed unsafe class PointwiseUnary<T, TResult>(delegate*<T, TResult> function) : TileKernel
    where T : unmanaged
    where TResult : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        T* argument = (T*)x;
        TResult* result = (TResult*)destination;
        for (long i = 0; i < count; i++)
            result[i] = function(argument[i]);
    }
}
