using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Scalar products of up to 14 rows of x with two columns of y that are contiguous in memory. Lanes hold partial sums,
/// which are added at the end.
/// </summary>
internal static unsafe class DotKernel<T, TVector, TSimd>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<T, TVector>
{
    /// <summary>
    /// sums[2i] (+)= Σ x[i, p] · left[p] and sums[2i + 1] (+)= Σ x[i, p] · right[p] over <paramref name="vectors"/>
    /// vectors. x holds a vector of each row, then the next of each. Unless <paramref name="ahead"/> is 0, the columns
    /// that many elements further on are brought near.
    /// </summary>
    public static void Run(int rows, int vectors, T* x, T* left, T* right, nint ahead, T* sums)
    {
        switch (rows)
        {
            case 1: Tile<Counts.N1>(vectors, x, left, right, ahead, sums); break;
            case 2: Tile<Counts.N2>(vectors, x, left, right, ahead, sums); break;
            case 3: Tile<Counts.N3>(vectors, x, left, right, ahead, sums); break;
            case 4: Tile<Counts.N4>(vectors, x, left, right, ahead, sums); break;
            case 5: Tile<Counts.N5>(vectors, x, left, right, ahead, sums); break;
            case 6: Tile<Counts.N6>(vectors, x, left, right, ahead, sums); break;
            case 7: Tile<Counts.N7>(vectors, x, left, right, ahead, sums); break;
            case 8: Tile<Counts.N8>(vectors, x, left, right, ahead, sums); break;
            case 9: Tile<Counts.N9>(vectors, x, left, right, ahead, sums); break;
            case 10: Tile<Counts.N10>(vectors, x, left, right, ahead, sums); break;
            case 11: Tile<Counts.N11>(vectors, x, left, right, ahead, sums); break;
            case 12: Tile<Counts.N12>(vectors, x, left, right, ahead, sums); break;
            case 13: Tile<Counts.N13>(vectors, x, left, right, ahead, sums); break;
            case 14: Tile<Counts.N14>(vectors, x, left, right, ahead, sums); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TRows>(int vectors, T* x, T* left, T* right, nint ahead, T* sums)
        where TRows : ICount
    {
        TileRow<T, TVector, TSimd, Counts.N2> r0 = default, r1 = default, r2 = default, r3 = default, r4 = default;
        TileRow<T, TVector, TSimd, Counts.N2> r5 = default, r6 = default, r7 = default, r8 = default, r9 = default;
        TileRow<T, TVector, TSimd, Counts.N2> r10 = default, r11 = default, r12 = default, r13 = default;
        for (; vectors > 0; vectors--, left += TSimd.Count, right += TSimd.Count, x += TRows.Value * TSimd.Count)
        {
            BringNext(left, right, ahead);
            TVector a = TSimd.Load(left), b = TSimd.Load(right);
            r0.MultiplyAdd(TSimd.Load(x), a, b);
            if (TRows.Value > 1) r1.MultiplyAdd(TSimd.Load(x + 1 * TSimd.Count), a, b);
            if (TRows.Value > 2) r2.MultiplyAdd(TSimd.Load(x + 2 * TSimd.Count), a, b);
            if (TRows.Value > 3) r3.MultiplyAdd(TSimd.Load(x + 3 * TSimd.Count), a, b);
            if (TRows.Value > 4) r4.MultiplyAdd(TSimd.Load(x + 4 * TSimd.Count), a, b);
            if (TRows.Value > 5) r5.MultiplyAdd(TSimd.Load(x + 5 * TSimd.Count), a, b);
            if (TRows.Value > 6) r6.MultiplyAdd(TSimd.Load(x + 6 * TSimd.Count), a, b);
            if (TRows.Value > 7) r7.MultiplyAdd(TSimd.Load(x + 7 * TSimd.Count), a, b);
            if (TRows.Value > 8) r8.MultiplyAdd(TSimd.Load(x + 8 * TSimd.Count), a, b);
            if (TRows.Value > 9) r9.MultiplyAdd(TSimd.Load(x + 9 * TSimd.Count), a, b);
            if (TRows.Value > 10) r10.MultiplyAdd(TSimd.Load(x + 10 * TSimd.Count), a, b);
            if (TRows.Value > 11) r11.MultiplyAdd(TSimd.Load(x + 11 * TSimd.Count), a, b);
            if (TRows.Value > 12) r12.MultiplyAdd(TSimd.Load(x + 12 * TSimd.Count), a, b);
            if (TRows.Value > 13) r13.MultiplyAdd(TSimd.Load(x + 13 * TSimd.Count), a, b);
        }
        r0.AddLanes(sums);
        if (TRows.Value > 1) r1.AddLanes(sums += 2);
        if (TRows.Value > 2) r2.AddLanes(sums += 2);
        if (TRows.Value > 3) r3.AddLanes(sums += 2);
        if (TRows.Value > 4) r4.AddLanes(sums += 2);
        if (TRows.Value > 5) r5.AddLanes(sums += 2);
        if (TRows.Value > 6) r6.AddLanes(sums += 2);
        if (TRows.Value > 7) r7.AddLanes(sums += 2);
        if (TRows.Value > 8) r8.AddLanes(sums += 2);
        if (TRows.Value > 9) r9.AddLanes(sums += 2);
        if (TRows.Value > 10) r10.AddLanes(sums += 2);
        if (TRows.Value > 11) r11.AddLanes(sums += 2);
        if (TRows.Value > 12) r12.AddLanes(sums += 2);
        if (TRows.Value > 13) r13.AddLanes(sums += 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BringNext(T* left, T* right, nint ahead)
    {
        if (ahead == 0)
            return;
        Prefetch.Bring(left + ahead);
        Prefetch.Bring(right + ahead);
    }
}
