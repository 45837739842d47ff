using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The smallest; NaN if any is NaN.</summary>
internal readonly struct MinimumCombiner<T, TElement> : ICombiner<T>
    where T : unmanaged
    where TElement : struct, IElement<T>
{
    public static T Identity => TElement.Highest;
    public static T Combine(T x, T y) => TElement.Minimum(x, y);
    public static Vector<T> Combine(Vector<T> x, Vector<T> y) => Vector.Min(x, y);
}
