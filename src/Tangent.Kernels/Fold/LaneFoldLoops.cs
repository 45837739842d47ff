using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A reduction in lanes: four vectors of accumulators along a row, one accumulator for each column.</summary>
internal sealed unsafe class LaneFoldLoops<F, TTotal, V, T> : TotalLoops<TTotal, T>
    where F : struct, IFold<T>
    where TTotal : unmanaged, ITotal<TTotal, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddRow(byte* total, byte* elements, long count)
    {
        T* x = (T*)elements;
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
}
