using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Combines one row of elements with another.</summary>
internal static unsafe class CombinedRow<T, TCombiner>
    where T : unmanaged
    where TCombiner : struct, ICombiner<T>
{
    /// <summary>Writes destination[i] = x[i] combined with y[i]. The destination may be x or y.</summary>
    /// <remarks>Vectors of the widest type that <see cref="Vector{T}"/> offers; the remainder one by one.</remarks>
    public static void Run(T* x, T* y, T* destination, long count)
    {
        long i = 0;
        if (Vector<T>.IsSupported)
            for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
                Vector.Store(TCombiner.Combine(Vector.Load(x + i), Vector.Load(y + i)), destination + i);
        for (; i < count; i++)
            destination[i] = TCombiner.Combine(x[i], y[i]);
    }

    /// <summary>Combines destination[i * destinationStride] with update[i * updateStride].</summary>
    public static void Update(T* destination, long destinationStride, T* update, long updateStride, long count)
    {
        if (destinationStride == 1 && updateStride == 1)
            Run(destination, update, destination, count);
        else
            for (long i = 0; i < count; i++)
                destination[i * destinationStride] = TCombiner.Combine(destination[i * destinationStride], update[i * updateStride]);
    }
}
