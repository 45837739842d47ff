using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Sums of complex numbers as sums of floats: even lanes hold real parts, odd lanes imaginary parts.</summary>
internal sealed unsafe class ComplexSumLoops<V> : TotalLoops<Totals.ComplexSum, Complex64>
    where V : unmanaged, ILanes<V, float>
{
    private static readonly FoldLoops Floats = new LaneFoldLoops<Folds.Sum<float>, Totals.Float32Sum, V, float>();

    public override int Lanes => V.Count / 2;

    public override void StartRow(byte* row) => Floats.StartRow(row);

    public override void AddToRow(byte* row, byte* elements, long count) => Floats.AddToRow(row, elements, 2 * count);

    public override void Fill(byte* accumulators, long count) => Floats.Fill(accumulators, 2 * count);

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
