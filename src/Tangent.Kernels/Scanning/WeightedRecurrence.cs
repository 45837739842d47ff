namespace Tangent.Kernels;

/// <summary>factor·previous + term.</summary>
internal readonly struct WeightedRecurrence<T, TArithmetic> : IRecurrence<T, T>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    public static T Next(T factor, T previous, T term) => TArithmetic.Add(TArithmetic.Multiply(factor, previous), term);
}
