namespace Tangent;

public static partial class Nn
{
    /// <summary>Each element, or 0 where its magnitude is at most <paramref name="lambd"/>; of the type of <paramref name="x"/>.</summary>
    /// <param name="x">An array of any real type and shape.</param>
    /// <param name="lambd">A bound, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative.</exception>
    [Mlx("nn.hard_shrink")]
    public static NDArray HardShrink(NDArray x, double lambd = 0.5)
    {
        Arguments.RequireReal("Nn.HardShrink", x);
        return Mx.Where(Mx.Abs(x) <= Arguments.NotNegative("Nn.HardShrink", lambd), 0, x);
    }

    /// <summary>Each element brought nearer to 0 by <paramref name="lambd"/>, or 0 where its magnitude is at most that.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    /// <param name="lambd">By how much, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    [Mlx("nn.softshrink")]
    public static NDArray Softshrink(NDArray x, double lambd = 0.5)
    {
        NDArray given = Arguments.Floating("Nn.Softshrink", x);
        Arguments.NotNegative("Nn.Softshrink", lambd);
        return Mx.Where(Mx.Abs(given) <= lambd, 0, Mx.Where(given > 0, given - lambd, given + lambd));
    }
}
