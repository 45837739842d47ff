using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A row of an array, in which real and imaginary parts alternate.</summary>
internal readonly unsafe struct InterleavedRow<V>(float* row) : IComplexRow<V> where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(long place, long count, out V re, out V im)
    {
        if (count >= V.Count)
            Interleaving<V>.Load(row + 2 * place, out re, out im);
        else
            Interleaving<V>.LoadSome(row + 2 * place, count, out re, out im);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(long place, long count, V re, V im)
    {
        if (count >= V.Count)
            Interleaving<V>.Store(re, im, row + 2 * place);
        else
            Interleaving<V>.StoreSome(re, im, row + 2 * place, count);
    }
}
