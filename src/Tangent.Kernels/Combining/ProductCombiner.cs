namespace Tangent.Kernels;

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
