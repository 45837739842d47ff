using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Keeps the smaller element.</summary>
internal readonly struct Smaller<T, TArithmetic> : IPreference<T>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    public static T Worst => TArithmetic.Highest;
    public static bool Better(T x, T y) => TArithmetic.Less(x, y);
    public static Vector<T> Better(Vector<T> x, Vector<T> y) => Vector.ConditionalSelect(Vector.LessThan(x, y), x, y);
    public static bool IsNaN(T x) => TArithmetic.IsNaN(x);
}
