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
            LoadSome(row + 2 * place, count, out re, out im);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(long place, long count, V re, V im)
    {
        if (count >= V.Count)
            Interleaving<V>.Store(re, im, row + 2 * place);
        else
            StoreSome(row + 2 * place, count, re, im);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadSome(float* from, long count, out V re, out V im)
    {
        float* some = stackalloc float[2 * V.Count];
        for (int i = 0; i < 2 * V.Count; i++)
            some[i] = i < 2 * count ? from[i] : 0;
        Interleaving<V>.Load(some, out re, out im);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreSome(float* to, long count, V re, V im)
    {
        float* some = stackalloc float[2 * V.Count];
        Interleaving<V>.Store(re, im, some);
        for (int i = 0; i < 2 * count; i++)
            to[i] = some[i];
    }
}
