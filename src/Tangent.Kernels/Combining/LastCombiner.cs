namespace Tangent.Kernels;

/// <summary>The later of two elements, seen as bits of any meaning.</summary>
internal readonly struct LastCombiner<TBits> : ICombiner<TBits>
    where TBits : unmanaged
{
    public static TBits Identity => default;
    public static TBits Combine(TBits x, TBits y) => y;
    public static bool IsCheap => true;

    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, TBits> => y;
}
