namespace Tangent.Kernels;

/// <summary>A reduction of complex numbers, one after the other, blocks of a row straight to the total.</summary>
internal sealed unsafe class ComplexFoldLoops<F> : TotalLoops<ComplexTotal<F>, Complex64>
    where F : struct, IComplexFold
{
    public override void AddRow(byte* total, byte* elements, long count)
    {
        Complex64 result = *(Complex64*)total;
        for (long i = 0; i < count; i++)
            result = F.Combine(result, ((Complex64*)elements)[i]);
        *(Complex64*)total = result;
    }

    public override void StartColumns(byte* accumulators, long count) =>
        new Span<Complex64>(accumulators, (int)count).Fill(F.Identity);

    public override void AddColumns(byte* accumulators, byte* elements, long count)
    {
        Complex64* result = (Complex64*)accumulators;
        for (long i = 0; i < count; i++)
            result[i] = F.Combine(result[i], ((Complex64*)elements)[i]);
    }

    public override void AddFourRows(byte* accumulators, byte* elements, long stride, long count)
    {
        for (int row = 0; row < 4; row++)
            AddColumns(accumulators, elements + row * stride, count);
    }
}
