using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Keeps the larger element.</summary>
internal readonly struct Larger<T, TArithmetic> : IPreference<T>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    public static T Worst => TArithmetic.Lowest;
    public static bool Better(T x, T y) => TArithmetic.Less(y, x);
    public static Vector<T> Better(Vector<T> x, Vector<T> y) => Vector.ConditionalSelect(Vector.GreaterThan(x, y), x, y);
    public static bool IsNaN(T x) => TArithmetic.IsNaN(x);
}
