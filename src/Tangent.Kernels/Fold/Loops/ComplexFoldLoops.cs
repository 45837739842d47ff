namespace Tangent.Kernels;

/// <summary>A reduction of complex numbers, whose vectors are single numbers: four accumulators along a row.</summary>
internal sealed unsafe class ComplexFoldLoops<F> : TotalLoops<Totals.PlainComplex<F>, Complex64>
    where F : struct, IComplexFold
{
    public override int Lanes => 1;

    public override void StartRow(byte* row) => Fill(row, 4);

    public override void AddToRow(byte* row, byte* elements, long count)
    {
        Complex64* sums = (Complex64*)row, x = (Complex64*)elements;
        long whole = count & -4;
        for (long i = 0; i < whole; i++)
            sums[i & 3] = F.Combine(sums[i & 3], x[i]);
        for (long i = whole; i < count; i++)
            sums[0] = F.Combine(sums[0], x[i]);
    }

    public override void Fill(byte* accumulators, long count) =>
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
