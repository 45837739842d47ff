using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Sums of complex numbers as sums of floats: even lanes hold real parts, odd lanes imaginary parts.</summary>
internal sealed unsafe class ComplexSumLoops<V> : TotalLoops<ComplexSumTotal, Complex64>
    where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddRow(byte* total, byte* elements, long count)
    {
        float* x = (float*)elements;
        V a = V.Broadcast(0), b = a, c = a, d = a;
        long i = 0;
        for (; i <= 2 * count - 4 * V.Count; i += 4 * V.Count)
        {
            a += V.Load(x + i);
            b += V.Load(x + i + V.Count);
            c += V.Load(x + i + 2 * V.Count);
            d += V.Load(x + i + 3 * V.Count);
        }
        float* lanes = stackalloc float[V.Count];
        V.Store(a + b + (c + d), lanes);
        ComplexSumTotal sum = *(ComplexSumTotal*)total;
        for (int lane = 0; lane < V.Count; lane += 2)
            sum = ComplexSumTotal.Add(sum, new Complex64(lanes[lane], lanes[lane + 1]));
        for (; i < 2 * count; i += 2)
            sum = ComplexSumTotal.Add(sum, new Complex64(x[i], x[i + 1]));
        *(ComplexSumTotal*)total = sum;
    }

    public override void StartColumns(byte* accumulators, long count) =>
        new Span<Complex64>(accumulators, (int)count).Clear();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddColumns(byte* accumulators, byte* elements, long count)
    {
        float* result = (float*)accumulators, x = (float*)elements;
        long i = 0;
        for (; i <= 2 * count - V.Count; i += V.Count)
            V.Store(V.Load(result + i) + V.Load(x + i), result + i);
        for (; i < 2 * count; i++)
            result[i] += x[i];
    }

    public override void AddFourRows(byte* accumulators, byte* elements, long stride, long count)
    {
        for (int row = 0; row < 4; row++)
            AddColumns(accumulators, elements + row * stride, count);
    }
}
