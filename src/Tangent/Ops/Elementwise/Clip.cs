namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Elements brought between two bounds, of which one may be null, after promotion and broadcasting; an element on a
    /// bound shares its derivative evenly with it. An integer literal beyond the type of integers bounds nothing.
    /// </summary>
    /// <exception cref="ArgumentException">Both bounds are null.</exception>
    [Mlx("core.clip")]
    public static NDArray Clip(NDArray x, NDArray? aMin, NDArray? aMax)
    {
        if (aMin is null && aMax is null)
            throw new ArgumentException("Clip: aMin and aMax are both null; at least one bound is needed.");
        NDArray y = aMin is null ? x : Binary.Apply<Maximum>("Clip", x, Literals.Within(x.DType, aMin));
        return aMax is null ? y : Binary.Apply<Minimum>("Clip", y, Literals.Within(x.DType, aMax));
    }
}
