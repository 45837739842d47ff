using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Finds the first of the best elements: the first NaN, if there is one.</summary>
internal static unsafe class FirstBest<T, TPreference>
    where T : unmanaged
    where TPreference : struct, IPreference<T>
{
    /// <summary>Elements whose best value is sought before it is compared with the best so far; they stay in the first cache.</summary>
    private const int Block = 2048;

    /// <summary>The place of the best of <paramref name="count"/> ≥ 1 elements, <paramref name="stride"/> apart.</summary>
    public static long InRow(T* x, long stride, long count) =>
        stride == 1 && Vector<T>.IsSupported && count >= 4 * Vector<T>.Count ? InBlocks(x, count) : OneByOne(x, stride, count);

    /// <summary>The place of the best of <paramref name="count"/> ≥ 1 rows, <paramref name="stride"/> apart, in each of some columns.</summary>
    public static void InColumns(T* x, long stride, long count, uint* places, int columns)
    {
        T* best = stackalloc T[columns];
        new ReadOnlySpan<T>(x, columns).CopyTo(new Span<T>(best, columns));
        new Span<uint>(places, columns).Clear();
        for (long i = 1; i < count; i++)
            UpdateColumns(x + i * stride, best, places, columns, (uint)i);
    }

    /// <summary>A better element is rare after the first rows, so whole vectors are passed over that hold none, and no NaN.</summary>
    private static void UpdateColumns(T* x, T* best, uint* places, int columns, uint row)
    {
        int column = 0;
        if (Vector<T>.IsSupported)
            for (; column <= columns - Vector<T>.Count; column += Vector<T>.Count)
            {
                var kept = Vector.Load(best + column);
                var next = Vector.Load(x + column);
                if (!Vector.EqualsAll(TPreference.Better(next, kept), kept) || HoldsNaN(next))
                    UpdateLanes(x, best, places, column, column + Vector<T>.Count, row);
            }
        UpdateLanes(x, best, places, column, columns, row);
    }

    private static void UpdateLanes(T* x, T* best, uint* places, int start, int end, uint row)
    {
        for (int column = start; column < end; column++)
            if (Replaces(x[column], best[column]))
                (best[column], places[column]) = (x[column], row);
    }

    /// <summary>True if <paramref name="x"/> is kept instead of the earlier <paramref name="best"/>.</summary>
    public static bool Replaces(T x, T best) =>
        !TPreference.IsNaN(best) && (TPreference.IsNaN(x) || TPreference.Better(x, best));

    private static bool CanBeNaN => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    private static bool HoldsNaN(Vector<T> x) => CanBeNaN && !Vector.EqualsAll(x, x);

    private static long OneByOne(T* x, long stride, long count)
    {
        T best = *x;
        long place = 0;
        for (long i = 1; i < count; i++)
            if (Replaces(x[i * stride], best))
                (best, place) = (x[i * stride], i);
        return place;
    }

    /// <summary>Finds the best value and its block first, then the value's first place from there; the first block with a NaN decides.</summary>
    private static long InBlocks(T* x, long count)
    {
        T best = TPreference.Worst;
        long first = 0;
        for (long start = 0; start < count; start += Block)
        {
            int length = (int)Math.Min(Block, count - start);
            T candidate = BestOf(x + start, length, out bool hasNaN);
            if (hasNaN)
                return start + OneByOne(x + start, 1, length);
            if (TPreference.Better(candidate, best))
                (best, first) = (candidate, start);
        }
        for (long i = first; i < count; i++)
            if (!TPreference.Better(x[i], best) && !TPreference.Better(best, x[i]))
                return i;
        return 0;
    }

    /// <summary>The best value, and whether there is a NaN, which is none of them.</summary>
    /// <remarks>Each lane keeps the best of its own elements, in two vectors that do not wait for each other.</remarks>
    private static T BestOf(T* x, int count, out bool hasNaN)
    {
        var (even, odd) = (new Vector<T>(TPreference.Worst), new Vector<T>(TPreference.Worst));
        Vector<T> isNumber = Vector<T>.AllBitsSet;
        int i = 0;
        for (; i <= count - 2 * Vector<T>.Count; i += 2 * Vector<T>.Count)
        {
            Vector<T> first = Vector.Load(x + i), second = Vector.Load(x + i + Vector<T>.Count);
            if (CanBeNaN)
                isNumber &= Vector.Equals(first, first) & Vector.Equals(second, second);
            even = TPreference.Better(first, even);
            odd = TPreference.Better(second, odd);
        }
        hasNaN = !Vector.EqualsAll(Vector.AsVectorByte(isNumber), Vector<byte>.AllBitsSet);
        even = TPreference.Better(odd, even);
        T best = even[0];
        for (int lane = 1; lane < Vector<T>.Count; lane++)
            best = TPreference.Better(even[lane], best) ? even[lane] : best;
        for (; i < count; i++)
        {
            hasNaN |= TPreference.IsNaN(x[i]);
            best = TPreference.Better(x[i], best) ? x[i] : best;
        }
        return best;
    }
}
