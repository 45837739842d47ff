using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The largest; NaN if any is NaN.</summary>
internal readonly struct MaximumCombiner<T, TElement> : ICombiner<T>
    where T : unmanaged
    where TElement : struct, IElement<T>
{
    public static T Identity => TElement.Lowest;
    public static T Combine(T x, T y) => TElement.Maximum(x, y);
    public static Vector<T> Combine(Vector<T> x, Vector<T> y) => Vector.Max(x, y);
}
