namespace Tangent.Kernels;

/// <summary>The largest; NaN if any is NaN.</summary>
internal readonly struct MaximumCombiner<T, TArithmetic> : ICombiner<T>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    public static T Identity => TArithmetic.Lowest;
    public static T Combine(T x, T y) => TArithmetic.Maximum(x, y);
    public static bool IsCheap => true;

    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T> => V.Max(x, y);
}
