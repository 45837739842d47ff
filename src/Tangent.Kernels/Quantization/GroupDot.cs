using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Scalar products of up to four rows of x with two quantised rows, whose numbers exist in registers alone. Lanes hold partial sums, which are
/// added at the end.
/// </summary>
internal static unsafe class GroupDot<TVector, TSimd, TGroup>
    where TVector : unmanaged
    where TSimd : ISimd<float, TVector>
    where TGroup : struct, IGroupNumbers<TVector, TGroup>
{
    /// <summary>Copies a row of groups of so many vectors to the order in which the products meet it, <paramref name="rows"/> vectors apart.</summary>
    public static void Arrange(float* row, int groups, int vectors, int rows, float* destination)
    {
        int size = vectors * TSimd.Count;
        int* places = stackalloc int[size];
        for (int i = 0; i < size; i++)
            places[i] = TGroup.Place(i / TSimd.Count, i % TSimd.Count, vectors);
        for (int group = 0; group < groups; group++, row += size, destination += size * rows)
            for (int i = 0; i < size; i++)
                destination[i / TSimd.Count * TSimd.Count * rows + i % TSimd.Count] = row[places[i]];
    }

    /// <summary>sums[2i] = Σ x[i]·left and sums[2i + 1] = Σ x[i]·right, for codes in groups of so many vectors and bytes.</summary>
    public static void Run(int rows, in GroupShape shape, float* x, in GroupedRow left, in GroupedRow right, float* sums)
    {
        switch (rows)
        {
            case 1: Tile<Counts.N1>(shape, x, left, right, sums); break;
            case 2: Tile<Counts.N2>(shape, x, left, right, sums); break;
            case 3: Tile<Counts.N3>(shape, x, left, right, sums); break;
            case 4: Tile<Counts.N4>(shape, x, left, right, sums); break;
        }
    }

    // Every other vector has sums of its own, lest each wait for the one before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TRows>(in GroupShape shape, float* x, in GroupedRow left, in GroupedRow right, float* sums)
        where TRows : ICount
    {
        TileRow<float, TVector, TSimd, Counts.N2> even0 = default, even1 = default, even2 = default, even3 = default;
        TileRow<float, TVector, TSimd, Counts.N2> odd0 = default, odd1 = default, odd2 = default, odd3 = default;
        int groups = shape.Groups, units = shape.Vectors / TGroup.Unit, step = shape.Bytes;
        nint ahead = shape.Ahead;
        byte* leftCodes = left.Codes, rightCodes = right.Codes;
        float* leftScales = left.Scales, leftBiases = left.Biases, rightScales = right.Scales, rightBiases = right.Biases;
        for (nint group = 0; group < groups; group++, leftCodes += step, rightCodes += step)
        {
            Prefetch.Bring(leftCodes + ahead);
            Prefetch.Bring(rightCodes + ahead);
            TGroup a = TGroup.Of(leftCodes, leftScales + group, leftBiases + group), b = TGroup.Of(rightCodes, rightScales + group, rightBiases + group);
            for (int unit = units; unit > 0; unit--, x += TGroup.Unit * TRows.Value * TSimd.Count)
            {
                {
                    TVector l = a.At(0), r = b.At(0);
                    float* y = x;
                    even0.MultiplyAdd(TSimd.Load(y), l, r);
                    if (TRows.Value > 1) even1.MultiplyAdd(TSimd.Load(y + TSimd.Count), l, r);
                    if (TRows.Value > 2) even2.MultiplyAdd(TSimd.Load(y + 2 * TSimd.Count), l, r);
                    if (TRows.Value > 3) even3.MultiplyAdd(TSimd.Load(y + 3 * TSimd.Count), l, r);
                }
                if (TGroup.Unit > 1)
                {
                    TVector l = a.At(1), r = b.At(1);
                    float* y = x + TRows.Value * TSimd.Count;
                    odd0.MultiplyAdd(TSimd.Load(y), l, r);
                    if (TRows.Value > 1) odd1.MultiplyAdd(TSimd.Load(y + TSimd.Count), l, r);
                    if (TRows.Value > 2) odd2.MultiplyAdd(TSimd.Load(y + 2 * TSimd.Count), l, r);
                    if (TRows.Value > 3) odd3.MultiplyAdd(TSimd.Load(y + 3 * TSimd.Count), l, r);
                }
                if (TGroup.Unit > 2)
                {
                    TVector l = a.At(2), r = b.At(2);
                    float* y = x + 2 * TRows.Value * TSimd.Count;
                    even0.MultiplyAdd(TSimd.Load(y), l, r);
                    if (TRows.Value > 1) even1.MultiplyAdd(TSimd.Load(y + TSimd.Count), l, r);
                    if (TRows.Value > 2) even2.MultiplyAdd(TSimd.Load(y + 2 * TSimd.Count), l, r);
                    if (TRows.Value > 3) even3.MultiplyAdd(TSimd.Load(y + 3 * TSimd.Count), l, r);
                }
                if (TGroup.Unit > 3)
                {
                    TVector l = a.At(3), r = b.At(3);
                    float* y = x + 3 * TRows.Value * TSimd.Count;
                    odd0.MultiplyAdd(TSimd.Load(y), l, r);
                    if (TRows.Value > 1) odd1.MultiplyAdd(TSimd.Load(y + TSimd.Count), l, r);
                    if (TRows.Value > 2) odd2.MultiplyAdd(TSimd.Load(y + 2 * TSimd.Count), l, r);
                    if (TRows.Value > 3) odd3.MultiplyAdd(TSimd.Load(y + 3 * TSimd.Count), l, r);
                }
                a.Advance();
                b.Advance();
            }
        }
        new Span<float>(sums, 2 * TRows.Value).Clear();
        even0.Plus(odd0).AddLanes(sums);
        if (TRows.Value > 1) even1.Plus(odd1).AddLanes(sums + 2);
        if (TRows.Value > 2) even2.Plus(odd2).AddLanes(sums + 4);
        if (TRows.Value > 3) even3.Plus(odd3).AddLanes(sums + 6);
    }
}
