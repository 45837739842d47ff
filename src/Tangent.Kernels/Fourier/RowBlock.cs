using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Neighbouring rows of the transposed matrix, times the factors between the steps: what the second step of <see cref="FourStep{V, TSource, TTarget}"/> reads.</summary>
internal readonly unsafe struct RowBlock<V>(FourStepPlan plan, float* matrix, nint height, long block) : ILaneSource<V> where V : unmanaged, ILanes<V, float>
{
    private readonly float* first = matrix + block * V.Count;
    private readonly float* turns = plan.Turns + block * plan.Columns * LaneElements<V>.Size;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(nint place, out V re, out V im)
    {
        float* from = Place(first, place, height), turn = turns + place * (2 * V.Count);
        V a = V.Load(from), b = V.Load(from + V.Count * height), cosine = V.Load(turn), sine = V.Load(turn + V.Count);
        re = V.FusedMultiplyAdd(b, sine, a * cosine);
        im = V.FusedMultiplyAdd(-a, sine, b * cosine);
    }

    /// <summary>Where the real parts of a column lie; the imaginary ones lie a vector's worth of rows further.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float* Place(float* first, nint column, nint height) =>
        first + (2 * (column & -V.Count) + (column & (V.Count - 1))) * height;
}
