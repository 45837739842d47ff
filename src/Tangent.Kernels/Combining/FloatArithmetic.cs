using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Arithmetic of float16, float32 and float64.</summary>
internal readonly struct FloatArithmetic<T> : IArithmetic<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Zero => T.Zero;
    public static T One => T.One;
    public static T Lowest => T.NegativeInfinity;
    public static T Highest => T.PositiveInfinity;

    public static T Add(T x, T y) => x + y;
    public static T Multiply(T x, T y) => x * y;
    public static T Maximum(T x, T y) => T.Max(x, y);
    public static T Minimum(T x, T y) => T.Min(x, y);
    public static bool Less(T x, T y) => x < y;
    public static bool IsNaN(T x) => T.IsNaN(x);

    public static T LogAddExp(T x, T y) =>
        T.CreateTruncating(LogarithmicSum.Of(double.CreateTruncating(x), double.CreateTruncating(y)));
}
