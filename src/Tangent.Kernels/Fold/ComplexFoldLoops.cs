namespace Tangent.Kernels;

/// <summary>A reduction of complex numbers, one after the other; blocks of a row go straight to the total.</summary>
internal sealed unsafe class ComplexFoldLoops<F, TTotal> : TotalLoops<TTotal, Complex64>
    where F : struct, IComplexFold
    where TTotal : unmanaged, ITotal<TTotal, Complex64>
{
    public override void AddRow(byte* total, byte* elements, long count)
    {
        TTotal result = *(TTotal*)total;
        for (long i = 0; i < count; i++)
            result = TTotal.Add(result, ((Complex64*)elements)[i]);
        *(TTotal*)total = result;
    }

    public override void StartColumns(byte* accumulators, long count) =>
        new Span<Complex64>(accumulators, (int)count).Fill(F.Identity);

    public override void AddColumns(byte* accumulators, byte* elements, long count)
    {
        Complex64* result = (Complex64*)accumulators;
        for (long i = 0; i < count; i++)
            result[i] = F.Combine(result[i], ((Complex64*)elements)[i]);
    }
}
