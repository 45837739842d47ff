namespace Tangent;

public static partial class Mx
{
    public static partial class Fast
    {
        /// <summary>
        /// x / √(mean(x²) + eps), times a weight; the mean is that along the last axis (Zhang, Sennrich: "Root mean square
        /// layer normalization", 2019). 16-bit types are computed in float32 and rounded once.
        /// </summary>
        /// <param name="x">[..., n], of a real floating type.</param>
        /// <param name="weight">[n], or null for ones.</param>
        /// <param name="eps">Added to the mean square.</param>
        /// <exception cref="ArgumentException">The shape of the weight is not [n], x has no axes, or no real floating type.</exception>
        [Mlx("core.fast.rms_norm")]
        public static NDArray RmsNorm(NDArray x, NDArray? weight, double eps)
        {
            ArgumentNullException.ThrowIfNull(x);
            return Tangent.RmsNorm.Of(x, weight, eps);
        }
    }
}

/// <summary>Rows divided by their root mean square.</summary>
internal sealed record RmsNorm(double Epsilon) : Normalization(Epsilon)
{
    /// <summary>The normalised rows times a weight.</summary>
    public static NDArray Of(NDArray x, NDArray? weight, double epsilon) => Apply(new RmsNorm(epsilon), x, weight, null);

    /// <inheritdoc/>
    protected override bool IsCentered => false;
}
