namespace Tangent;

public static partial class Mx
{
    public static partial class Fast
    {
        /// <summary>
        /// (x − mean) / √(variance + eps), times a weight and plus a bias; mean and variance are those along the last axis
        /// (Ba, Kiros, Hinton: "Layer normalization", 2016). 16-bit types are computed in float32 and rounded once.
        /// </summary>
        /// <param name="x">[..., n], of a real floating type.</param>
        /// <param name="weight">[n], or null for ones.</param>
        /// <param name="bias">[n], or null for zeros.</param>
        /// <param name="eps">Added to the variance.</param>
        /// <exception cref="ArgumentException">The shape of the weight or bias is not [n], x has no axes, or no real floating type.</exception>
        [Mlx("core.fast.layer_norm")]
        public static NDArray LayerNorm(NDArray x, NDArray? weight, NDArray? bias, double eps)
        {
            ArgumentNullException.ThrowIfNull(x);
            return Tangent.LayerNorm.Of(x, weight, bias, eps);
        }
    }
}

/// <summary>Rows less their mean, divided by their standard deviation.</summary>
internal sealed record LayerNorm(double Epsilon) : Normalization(Epsilon)
{
    /// <summary>The normalised rows times a weight plus a bias.</summary>
    public static NDArray Of(NDArray x, NDArray? weight, NDArray? bias, double epsilon) => Apply(new LayerNorm(epsilon), x, weight, bias);

    /// <inheritdoc/>
    protected override bool IsCentered => true;
}
