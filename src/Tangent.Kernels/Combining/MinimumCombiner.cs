namespace Tangent.Kernels;

/// <summary>The smallest; NaN if any is NaN.</summary>
internal readonly struct MinimumCombiner<T, TArithmetic> : ICombiner<T>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    public static T Identity => TArithmetic.Highest;
    public static T Combine(T x, T y) => TArithmetic.Minimum(x, y);
    public static bool IsCheap => true;

    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T> => V.Min(x, y);
}
