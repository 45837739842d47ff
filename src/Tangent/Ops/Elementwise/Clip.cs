namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Elements brought between two bounds, of which one may be null, after promotion and broadcasting; an element on a
    /// bound shares its derivative evenly with it.
    /// </summary>
    /// <exception cref="ArgumentException">Both bounds are null.</exception>
    [Mlx("core.clip")]
    public static NDArray Clip(NDArray x, NDArray? aMin, NDArray? aMax)
    {
        if (aMin is null && aMax is null)
            throw new ArgumentException("Clip: aMin and aMax are both null; at least one bound is needed.");
        NDArray y = aMin is null ? x : Maximum(x, aMin);
        return aMax is null ? y : Minimum(y, aMax);
    }
}
