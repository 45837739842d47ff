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
