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
    public override void AddRow(byte* total, byte* elements, long count) =>
        *(TTotal*)total = TTotal.Add(*(TTotal*)total, Reduce((T*)elements, count));

    // From two places by turns, which the processor fetches ahead for both. Measured on 16 MB: 0.20 ms, in one go 0.23.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ReduceRows(byte* rows, long rowStride, long count, byte* results, long resultStride, long rowCount)
    {
        long half = rowCount / 2;
        for (long row = 0; row < rowCount - half; row++)
        {
            ReduceRow(rows + row * rowStride, count, results + row * resultStride);
            if (row < half)
                ReduceRow(rows + (rowCount - half + row) * rowStride, count, results + (rowCount - half + row) * resultStride);
        }
    }

    private static void ReduceRow(byte* row, long count, byte* result) =>
        *(T*)result = TTotal.Value(TTotal.Add(TTotal.Identity, Reduce((T*)row, count)));

    public override MethodInfo Combination => new Func<V, V, V>(Combine).Method;

    public override void StartRow(byte* row)
    {
        for (int i = 0; i < RowBytes; i += 4 * sizeof(V))
            Store(row + i, V.Broadcast(F.Identity), V.Broadcast(F.Identity), V.Broadcast(F.Identity), V.Broadcast(F.Identity));
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
        Store(row, a, b, c, d);
        T* rest = (T*)(row + RestOffset);
        for (; i < count; i++)
            *rest++ = x[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void EndRow(byte* total, byte* row, long count)
    {
        T* sums = (T*)row, rest = (T*)(row + RestOffset);
        V first = F.Combine(V.Load(sums), V.Load(sums + V.Count));
        V second = F.Combine(V.Load(sums + 2 * V.Count), V.Load(sums + 3 * V.Count));
        T result = AcrossLanes<F, T>.Run(F.Combine(first, second));
        for (long i = 0; i < count % V.Count; i++)
            result = PlainTotal<F, T>.Combine(result, rest[i]);
        *(TTotal*)total = TTotal.Add(*(TTotal*)total, result);
    }

    public override void StartColumns(byte* accumulators, long count) =>
        new Span<T>(accumulators, (int)count).Fill(F.Identity);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddColumns(byte* accumulators, byte* elements, long count)
    {
        T* result = (T*)accumulators, x = (T*)elements;
        long i = 0;
        for (; i <= count - V.Count; i += V.Count)
            V.Store(F.Combine(V.Load(result + i), V.Load(x + i)), result + i);
        for (; i < count; i++)
            result[i] = PlainTotal<F, T>.Combine(result[i], x[i]);
    }

    // Fewer trips of the accumulators through the cache than one row at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddFourRows(byte* accumulators, byte* elements, long stride, long count)
    {
        T* result = (T*)accumulators, a = (T*)elements;
        T* b = (T*)(elements + stride), c = (T*)(elements + 2 * stride), d = (T*)(elements + 3 * stride);
        long i = 0;
        for (; i <= count - V.Count; i += V.Count)
        {
            V sum = F.Combine(F.Combine(V.Load(a + i), V.Load(b + i)), F.Combine(V.Load(c + i), V.Load(d + i)));
            V.Store(F.Combine(V.Load(result + i), sum), result + i);
        }
        for (; i < count; i++)
        {
            T first = PlainTotal<F, T>.Combine(a[i], b[i]), second = PlainTotal<F, T>.Combine(c[i], d[i]);
            result[i] = PlainTotal<F, T>.Combine(result[i], PlainTotal<F, T>.Combine(first, second));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Combine(V x, V y) => F.Combine(x, y);

    private static void Store(byte* row, V a, V b, V c, V d)
    {
        T* sums = (T*)row;
        V.Store(a, sums);
        V.Store(b, sums + V.Count);
        V.Store(c, sums + 2 * V.Count);
        V.Store(d, sums + 3 * V.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Reduce(T* x, long count)
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
            result = PlainTotal<F, T>.Combine(result, x[i]);
        return result;
    }
}
