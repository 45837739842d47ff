using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A reduction of complex numbers, whose vectors are single numbers: four accumulators along a row.</summary>
internal sealed unsafe class ComplexFoldLoops<F> : FoldLoops<Totals.PlainComplex<F>, Complex64>
    where F : struct, IComplexFold
{
    public override void StartRow(byte* row) => StartColumns(row, 4);

    public override void AddToRow(byte* row, byte* elements, long count)
    {
        Complex64* sums = (Complex64*)row, x = (Complex64*)elements;
        long whole = count & -4;
        for (long i = 0; i < whole; i++)
            sums[i & 3] = F.Combine(sums[i & 3], x[i]);
        for (long i = whole; i < count; i++)
            sums[0] = F.Combine(sums[0], x[i]);
    }

    public override void StartColumns(byte* accumulators, long count) =>
        new Span<Complex64>(accumulators, (int)count).Fill(F.Identity);

    public override void AddRows(byte* accumulators, byte* rows, long stride, long rowCount, long count)
    {
        Complex64* result = (Complex64*)accumulators;
        for (; rowCount > 0; rowCount--, rows += stride)
            for (long i = 0; i < count; i++)
                result[i] = F.Combine(result[i], ((Complex64*)rows)[i]);
    }

    protected override Complex64 RowResult(byte* row, long count)
    {
        Complex64* sums = (Complex64*)row;
        return F.Combine(F.Combine(sums[0], sums[1]), F.Combine(sums[2], sums[3]));
    }
}

/// <summary>Sums of complex numbers as sums of floats: even lanes hold real parts, odd lanes imaginary parts.</summary>
internal sealed unsafe class ComplexSumLoops<V> : FoldLoops<Totals.ComplexSum, Complex64>
    where V : unmanaged, ILanes<V, float>
{
    private static readonly FoldLoops Floats = new LaneFoldLoops<Folds.Sum<float>, Totals.Float32Sum, V, float>();

    public override void StartRow(byte* row) => Floats.StartRow(row);

    public override void AddToRow(byte* row, byte* elements, long count) => Floats.AddToRow(row, elements, 2 * count);

    public override void StartColumns(byte* accumulators, long count) => Floats.StartColumns(accumulators, 2 * count);

    public override void AddRows(byte* accumulators, byte* rows, long stride, long rowCount, long count) =>
        Floats.AddRows(accumulators, rows, stride, rowCount, 2 * count);

    // By halves, as the lanes of one number, but down to a pair.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override Complex64 RowResult(byte* row, long count)
    {
        float* sums = (float*)row, rest = (float*)(row + RestOffset);
        V.Store(V.Load(sums) + V.Load(sums + V.Count) + (V.Load(sums + 2 * V.Count) + V.Load(sums + 3 * V.Count)), sums);
        for (int half = V.Count / 2; half >= 2; half /= 2)
            for (int lane = 0; lane < half; lane++)
                sums[lane] += sums[lane + half];
        for (long i = 0; i < 2 * count % V.Count; i++)
            sums[i % 2] += rest[i];
        return new Complex64(sums[0], sums[1]);
    }
}
