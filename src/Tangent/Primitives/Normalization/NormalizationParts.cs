namespace Tangent;

/// <summary>Elements less the mean of their row, if it is taken off, and 1 / root mean square of each row, repeated along it.</summary>
internal readonly record struct NormalizationParts(NDArray Centered, NDArray Scale)
{
    /// <summary>The normalised elements.</summary>
    public NDArray Value => Centered * Scale;

    /// <summary>Normalises the rows of an array. The variance is the mean square of what is left without the mean.</summary>
    public static NormalizationParts Of(NDArray x, bool isCentered, double epsilon)
    {
        NDArray centered = isCentered ? x - Mean(x) : x;
        return new(centered, Mx.Rsqrt(Mean(Mx.Square(centered)) + epsilon));
    }

    /// <summary>
    /// The tangent of <see cref="Value"/>: Scale·(dx − mean(dx) − Value·mean(dx·Value)), without mean(dx) unless centred. The
    /// last mean is taken of dx·Centered, which does not have to wait for the scale.
    /// </summary>
    public NDArray Tangent(NDArray dx, bool isCentered)
    {
        NDArray centered = isCentered ? dx - Mean(dx) : dx;
        return Scale * (centered - Centered * (Mean(dx * Centered) * Mx.Square(Scale)));
    }

    /// <summary>The mean of each row, repeated along it.</summary>
    public static NDArray Mean(NDArray x) => Folding.Spread(Mx.Sum(x, -1) * (1.0 / x.Shape[^1]), x.Rank - 1, x.Shape);
}
