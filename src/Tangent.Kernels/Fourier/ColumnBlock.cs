using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Neighbouring columns of a row seen as a matrix, or as many as there are: what the first step of <see cref="FourStep{V, TSource, TTarget}"/> reads.</summary>
internal readonly struct ColumnBlock<V, TSource>(TSource source, int columns, long first, bool inverse) : ILaneSource<V>
    where V : unmanaged, ILanes<V, float>
    where TSource : struct, IComplexRow<V>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(nint place, out V re, out V im)
    {
        source.Load(place * columns + first, columns - first, out re, out im);
        if (inverse)
            (re, im) = (im, re);
    }
}
