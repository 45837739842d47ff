using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Arithmetic of the integers.</summary>
internal readonly struct IntegerArithmetic<T> : IArithmetic<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    public static T Zero => T.Zero;
    public static T One => T.One;
    public static T Lowest => T.MinValue;
    public static T Highest => T.MaxValue;

    public static T Add(T x, T y) => x + y;
    public static T Multiply(T x, T y) => x * y;
    public static T Maximum(T x, T y) => x > y ? x : y;
    public static T Minimum(T x, T y) => x < y ? x : y;
    public static bool Less(T x, T y) => x < y;
    public static bool IsNaN(T x) => false;

    public static T LogAddExp(T x, T y) =>
        T.CreateTruncating(LogarithmicSum.Of(double.CreateTruncating(x), double.CreateTruncating(y)));
}
