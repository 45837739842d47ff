using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Neighbouring results of each row of a matrix, times a number: what the last step of <see cref="FourStep{V, TSource, TTarget}"/> writes.</summary>
internal readonly struct ResultBlock<V, TTarget>(TTarget target, int rows, long first, bool inverse, float scale) : ILaneTarget<V>
    where V : unmanaged, ILanes<V, float>
    where TTarget : struct, IComplexRow<V>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint place, V re, V im)
    {
        V factor = V.Broadcast(scale);
        if (inverse)
            (re, im) = (im, re);
        target.Store(place * rows + first, rows - first, re * factor, im * factor);
    }
}
