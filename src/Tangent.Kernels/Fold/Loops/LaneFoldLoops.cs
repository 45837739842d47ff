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

    // From two places by turns, which the processor fetches ahead for both. Measured on 16 MB: 0.20 ms, in one go 0.23.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ReduceRows(byte* rows, long rowStride, long count, byte* results, long resultStride, long rowCount)
    {
        long half = rowCount / 2;
        for (long row = 0; row < rowCount - half; row++)
        {
            *(T*)(results + row * resultStride) = ReduceAlong((T*)(rows + row * rowStride), count);
            long other = rowCount - half + row;
            if (row < half)
                *(T*)(results + other * resultStride) = ReduceAlong((T*)(rows + other * rowStride), count);
        }
    }

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

    public override void ReduceColumns(byte* columns, long stride, long rowCount, byte* results, long columnCount) =>
        ColumnLoops<F, T>.Reduce(columns, stride, rowCount, (T*)results, columnCount);

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

    protected override T Reduce(T* x, long count) => ReduceAlong(x, count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T ReduceAlong(T* x, long count)
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
            AddFour<V>(result + i, a + i, b + i, c + i, d + i);
        for (; i <= count - Lanes128<T>.Count; i += Lanes128<T>.Count)
            AddFour<Lanes128<T>>(result + i, a + i, b + i, c + i, d + i);
        for (; i < count; i++)
        {
            T sum = Totals.Plain<F, T>.Combine(Totals.Plain<F, T>.Combine(result[i], a[i]), b[i]);
            result[i] = Totals.Plain<F, T>.Combine(Totals.Plain<F, T>.Combine(sum, c[i]), d[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFour<W>(T* result, T* a, T* b, T* c, T* d)
        where W : unmanaged, ILanes<W, T>
    {
        W sum = F.Combine(F.Combine(W.Load(result), W.Load(a)), W.Load(b));
        W.Store(F.Combine(F.Combine(sum, W.Load(c)), W.Load(d)), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddOne(T* result, T* x, long count)
    {
        long i = 0;
        for (; i <= count - V.Count; i += V.Count)
            V.Store(F.Combine(V.Load(result + i), V.Load(x + i)), result + i);
        for (; i <= count - Lanes128<T>.Count; i += Lanes128<T>.Count)
            Lanes128<T>.Store(F.Combine(Lanes128<T>.Load(result + i), Lanes128<T>.Load(x + i)), result + i);
        for (; i < count; i++)
            result[i] = Totals.Plain<F, T>.Combine(result[i], x[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Combine(V x, V y) => F.Combine(x, y);
}
