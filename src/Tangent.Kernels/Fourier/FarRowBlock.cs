using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary><see cref="RowBlock{V}"/> where there are too many factors for a table: each is that of the first row times one that all blocks share.</summary>
internal readonly unsafe struct FarRowBlock<V>(FourStepPlan plan, float* matrix, nint height, long block) : ILaneSource<V> where V : unmanaged, ILanes<V, float>
{
    private readonly float* first = matrix + block * V.Count;
    private readonly float* turns = plan.Turns;
    private readonly float* starts = plan.Starts + 2 * block * plan.Columns;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(nint place, out V re, out V im)
    {
        float* from = RowBlock<V>.Place(first, place, height), turn = turns + place * (2 * V.Count);
        V a = V.Load(from), b = V.Load(from + V.Count * height), cosine = V.Load(turn), sine = V.Load(turn + V.Count);
        V c = V.Broadcast(starts[2 * place]), s = V.Broadcast(starts[2 * place + 1]);
        (cosine, sine) = (V.FusedMultiplyAdd(-sine, s, cosine * c), V.FusedMultiplyAdd(sine, c, cosine * s));
        re = V.FusedMultiplyAdd(b, sine, a * cosine);
        im = V.FusedMultiplyAdd(-a, sine, b * cosine);
    }
}
