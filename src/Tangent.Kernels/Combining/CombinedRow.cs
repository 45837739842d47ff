using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Combines one row of elements with another.</summary>
internal static unsafe class CombinedRow<T, TCombiner>
    where T : unmanaged
    where TCombiner : struct, ICombiner<T>
{
    /// <summary>Writes destination[i] = x[i] combined with y[i]. The destination may be x or y.</summary>
    /// <remarks>In the widest registers; the remainder one by one.</remarks>
    public static void Run(T* x, T* y, T* destination, long count)
    {
        long i = 0;
        if (Vector128<T>.IsSupported)
            i = Vector512.IsHardwareAccelerated ? Run<Lanes512<T>>(x, y, destination, count)
                : Vector256.IsHardwareAccelerated ? Run<Lanes256<T>>(x, y, destination, count)
                : Run<Lanes128<T>>(x, y, destination, count);
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

    // Returns how many elements are done.
    private static long Run<V>(T* x, T* y, T* destination, long count)
        where V : unmanaged, ILanes<V, T>
    {
        long i = 0;
        for (; i <= count - V.Count; i += V.Count)
            V.Store(TCombiner.Combine(V.Load(x + i), V.Load(y + i)), destination + i);
        return i;
    }
}
