namespace Tangent.Kernels;

/// <summary>Sums, starting from zero.</summary>
internal readonly struct SumCombiner<T, TArithmetic> : ICombiner<T>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    public static T Identity => TArithmetic.Zero;
    public static T Combine(T x, T y) => TArithmetic.Add(x, y);
    public static bool IsCheap => true;

    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T> => x + y;
}

/// <summary>Products, starting from one.</summary>
internal readonly struct ProductCombiner<T, TArithmetic> : ICombiner<T>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    public static T Identity => TArithmetic.One;
    public static T Combine(T x, T y) => TArithmetic.Multiply(x, y);
    public static bool IsCheap => true;

    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T> => x * y;
}

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
