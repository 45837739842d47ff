using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A reduction in lanes: four vectors of accumulators along a row, one accumulator for each column.</summary>
internal sealed unsafe class LaneFoldLoops<F, TTotal, V, T> : TotalLoops<TTotal, T>
    where F : struct, IFold<T>
    where TTotal : unmanaged, ITotal<TTotal, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
    public override MethodInfo Combination => new Func<V, V, V>(Combine).Method;

    public override void StartRow(byte* row)
    {
        for (int i = 0; i < RowBytes; i += sizeof(V))
            V.Store(V.Broadcast(F.Identity), (T*)(row + i));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddToRow(byte* row, byte* elements, long count)
    {
        T* x = (T*)elements, sums = (T*)row;
        V a = V.Load(sums), b = V.Load(sums + V.Count), c = V.Load(sums + 2 * V.Count), d = V.Load(sums + 3 * V.Count);
        long i = 0;
        for (; i <= count - 4 * V.Count; i += 4 * V.Count)
        {
            a = F.Combine(a, V.Load(x + i));
            b = F.Combine(b, V.Load(x + i + V.Count));
            c = F.Combine(c, V.Load(x + i + 2 * V.Count));
            d = F.Combine(d, V.Load(x + i + 3 * V.Count));
        }
        for (; i <= count - V.Count; i += V.Count)
            a = F.Combine(a, V.Load(x + i));
        V.Store(a, sums);
        V.Store(b, sums + V.Count);
        V.Store(c, sums + 2 * V.Count);
        V.Store(d, sums + 3 * V.Count);
        T* rest = (T*)(row + RestOffset);
        for (; i < count; i++)
            *rest++ = x[i];
    }

    public override int Lanes => V.Count;

    public override void Fill(byte* accumulators, long count) =>
        new Span<T>(accumulators, (int)count).Fill(F.Identity);

    // Four rows on each trip of the accumulators through the cache; sums are those of one row after the other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddRows(byte* accumulators, byte* rows, long stride, long rowCount, long count)
    {
        for (; rowCount >= 4; rowCount -= 4, rows += 4 * stride)
            AddFour((T*)accumulators, rows, stride, count);
        for (; rowCount > 0; rowCount--, rows += stride)
            AddOne((T*)accumulators, (T*)rows, count);
    }

    // Four accumulators fill a register of 128 bits, or of 256. The elements of other sizes are integers, which do not round.
    public override void ReduceColumns(byte* columns, long stride, long rowCount, byte* results, long columnCount)
    {
        if (sizeof(T) == 4)
            ColumnLoops<F, Lanes128<T>, T>.Reduce(columns, stride, rowCount, (T*)results, columnCount);
        else if (sizeof(T) == 8)
            ColumnLoops<F, Lanes256<T>, T>.Reduce(columns, stride, rowCount, (T*)results, columnCount);
        else
            ReduceRows(columns, stride, rowCount, results, sizeof(T), columnCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override T RowResult(byte* row, long count)
    {
        T* sums = (T*)row, rest = (T*)(row + RestOffset);
        V first = F.Combine(V.Load(sums), V.Load(sums + V.Count));
        V second = F.Combine(V.Load(sums + 2 * V.Count), V.Load(sums + 3 * V.Count));
        T result = AcrossLanes<F, T>.Run(F.Combine(first, second));
        for (long i = 0; i < count % V.Count; i++)
            result = Totals.Plain<F, T>.Combine(result, rest[i]);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override T Reduce(T* x, long count)
    {
        V a = V.Broadcast(F.Identity), b = a, c = a, d = a;
        long i = 0;
        for (; i <= count - 4 * V.Count; i += 4 * V.Count)
        {
            a = F.Combine(a, V.Load(x + i));
            b = F.Combine(b, V.Load(x + i + V.Count));
            c = F.Combine(c, V.Load(x + i + 2 * V.Count));
            d = F.Combine(d, V.Load(x + i + 3 * V.Count));
        }
        for (; i <= count - V.Count; i += V.Count)
            a = F.Combine(a, V.Load(x + i));
        T result = AcrossLanes<F, T>.Run(F.Combine(F.Combine(a, b), F.Combine(c, d)));
        for (; i < count; i++)
            result = Totals.Plain<F, T>.Combine(result, x[i]);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFour(T* result, byte* rows, long stride, long count)
    {
        T* a = (T*)rows, b = (T*)(rows + stride), c = (T*)(rows + 2 * stride), d = (T*)(rows + 3 * stride);
        long i = 0;
        for (; i <= count - V.Count; i += V.Count)
        {
            V sum = F.Combine(F.Combine(V.Load(result + i), V.Load(a + i)), V.Load(b + i));
            V.Store(F.Combine(F.Combine(sum, V.Load(c + i)), V.Load(d + i)), result + i);
        }
        for (; i < count; i++)
        {
            T sum = Totals.Plain<F, T>.Combine(Totals.Plain<F, T>.Combine(result[i], a[i]), b[i]);
            result[i] = Totals.Plain<F, T>.Combine(Totals.Plain<F, T>.Combine(sum, c[i]), d[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddOne(T* result, T* x, long count)
    {
        long i = 0;
        for (; i <= count - V.Count; i += V.Count)
            V.Store(F.Combine(V.Load(result + i), V.Load(x + i)), result + i);
        for (; i < count; i++)
            result[i] = Totals.Plain<F, T>.Combine(result[i], x[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Combine(V x, V y) => F.Combine(x, y);
}
