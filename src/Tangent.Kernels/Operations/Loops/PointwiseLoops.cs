using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Loops that go element by element.</summary>
internal static unsafe class PointwiseLoops
{
    /// <summary>A function of one argument.</summary>
    public sealed class Unary<T, TResult>(delegate*<T, TResult> function) : ElementLoop
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

    /// <summary>A function of two arguments.</summary>
    public sealed class Binary<T, TResult>(delegate*<T, T, TResult> function) : ElementLoop
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

    /// <summary>A copy of elements of <paramref name="size"/> bytes.</summary>
    public sealed class Copy(int size) : ElementLoop
    {
        public override void Run(byte* destination, byte* x, byte* y, byte* z, long count) =>
            System.Buffer.MemoryCopy(x, destination, count * size, count * size);
    }
}
