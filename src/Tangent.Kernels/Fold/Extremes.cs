using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The ends of a type's order: the infinities where it has them.</summary>
internal static class Extremes<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private static readonly bool HasInfinity = typeof(T) == typeof(float) || typeof(T) == typeof(double);

    public static T Lowest => HasInfinity ? -T.One / T.Zero : T.MinValue;

    public static T Highest => HasInfinity ? T.One / T.Zero : T.MaxValue;
}
