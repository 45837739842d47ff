using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Logarithms of sums of exponentials, starting from the logarithm of zero.</summary>
internal readonly struct LogAddExpCombiner<T, TArithmetic> : ICombiner<T>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    public static T Identity => TArithmetic.Lowest;
    public static T Combine(T x, T y) => TArithmetic.LogAddExp(x, y);

    /// <summary>Lane by lane: the logarithm dominates the time.</summary>
    public static Vector<T> Combine(Vector<T> x, Vector<T> y)
    {
        for (int lane = 0; lane < Vector<T>.Count; lane++)
            x = x.WithElement(lane, TArithmetic.LogAddExp(x[lane], y[lane]));
        return x;
    }
}
