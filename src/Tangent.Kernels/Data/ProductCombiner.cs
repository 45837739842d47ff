using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Products, starting from one.</summary>
internal readonly struct ProductCombiner<T, TElement> : ICombiner<T>
    where T : unmanaged
    where TElement : struct, IElement<T>
{
    public static T Identity => TElement.One;
    public static T Combine(T x, T y) => TElement.Multiply(x, y);
    public static Vector<T> Combine(Vector<T> x, Vector<T> y) => x * y;
}
