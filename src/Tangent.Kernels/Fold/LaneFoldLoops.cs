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
        T result = Across(F.Combine(F.Combine(a, b), F.Combine(c, d)));
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

    // Halves, then quarters, and so on: fewer roundings than one lane after the other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Across(V x)
    {
        T* lanes = stackalloc T[V.Count];
        V.Store(x, lanes);
        if (sizeof(V) >= 64)
            Lanes256<T>.Store(F.Combine(Lanes256<T>.Load(lanes), Lanes256<T>.Load(lanes + V.Count / 2)), lanes);
        if (sizeof(V) >= 32)
            Lanes128<T>.Store(F.Combine(Lanes128<T>.Load(lanes), Lanes128<T>.Load(lanes + Lanes128<T>.Count)), lanes);
        for (int half = Lanes128<T>.Count / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
                lanes[i] = PlainTotal<F, T>.Combine(lanes[i], lanes[i + half]);
        }
        return lanes[0];
    }
}
