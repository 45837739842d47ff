using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A function of two arguments, element by element.</summary>
internal sealed unsafe class PointwiseBinary<T, TResult>(delegate*<T, T, TResult> function) : TileKernel
    where T : unmanaged
    where TResult : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        T* left = (T*)x, right = (T*)y;
        TResult* result = (TResult*)destination;
        for (long i = 0; i < count; i++)
            result[i] = function(left[i], right[i]);
    }
}
