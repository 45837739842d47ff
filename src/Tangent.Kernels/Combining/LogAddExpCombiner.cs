namespace Tangent.Kernels;

/// <summary>Logarithms of sums of exponentials, starting from the logarithm of zero.</summary>
internal readonly struct LogAddExpCombiner<T, TArithmetic> : ICombiner<T>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    public static T Identity => TArithmetic.Lowest;
    public static T Combine(T x, T y) => TArithmetic.LogAddExp(x, y);
    public static bool IsCheap => false;

    /// <summary>Lane by lane: the logarithm dominates the time.</summary>
    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T>
    {
        for (int lane = 0; lane < V.Count; lane++)
            x = V.With(x, lane, TArithmetic.LogAddExp(V.Get(x, lane), V.Get(y, lane)));
        return x;
    }
}
