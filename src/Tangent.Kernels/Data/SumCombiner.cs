using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Sums, starting from zero.</summary>
internal readonly struct SumCombiner<T, TElement> : ICombiner<T>
    where T : unmanaged
    where TElement : struct, IElement<T>
{
    public static T Identity => TElement.Zero;
    public static T Combine(T x, T y) => TElement.Add(x, y);
    public static Vector<T> Combine(Vector<T> x, Vector<T> y) => x + y;
}
