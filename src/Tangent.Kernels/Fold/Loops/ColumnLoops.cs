using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Reduces columns whose elements are neighbours, four accumulators each: the lanes of one register.</summary>
internal static unsafe class ColumnLoops<F, V, T>
    where F : struct, IFold<T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
    /// <summary>Writes what each column comes to. Four columns at a time, since each waits for its last addition.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Reduce(byte* columns, long stride, long rowCount, T* results, long columnCount)
    {
        long column = 0, whole = rowCount & -V.Count;
        for (; column <= columnCount - 4; column += 4, columns += 4 * stride)
        {
            T* x = (T*)columns, y = (T*)(columns + stride), z = (T*)(columns + 2 * stride), w = (T*)(columns + 3 * stride);
            V a = V.Broadcast(F.Identity), b = a, c = a, d = a;
            for (long i = 0; i < whole; i += V.Count)
            {
                a = F.Combine(a, V.Load(x + i));
                b = F.Combine(b, V.Load(y + i));
                c = F.Combine(c, V.Load(z + i));
                d = F.Combine(d, V.Load(w + i));
            }
            results[column] = Finish(a, x + whole, rowCount - whole);
            results[column + 1] = Finish(b, y + whole, rowCount - whole);
            results[column + 2] = Finish(c, z + whole, rowCount - whole);
            results[column + 3] = Finish(d, w + whole, rowCount - whole);
        }
        for (; column < columnCount; column++, columns += stride)
        {
            T* x = (T*)columns;
            V a = V.Broadcast(F.Identity);
            for (long i = 0; i < whole; i += V.Count)
                a = F.Combine(a, V.Load(x + i));
            results[column] = Finish(a, x + whole, rowCount - whole);
        }
    }

    // What fills no vector goes to the first lanes; the others meet the value that changes nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Finish(V sums, T* rest, long count)
    {
        if (count > 0)
        {
            V last = V.Broadcast(F.Identity);
            for (int lane = 0; lane < count; lane++)
                last = V.With(last, lane, rest[lane]);
            sums = F.Combine(sums, last);
        }
        T first = Totals.Plain<F, T>.Combine(V.Get(sums, 0), V.Get(sums, 1));
        return Totals.Plain<F, T>.Combine(first, Totals.Plain<F, T>.Combine(V.Get(sums, 2), V.Get(sums, 3)));
    }
}
