namespace Tangent;

/// <summary>Normalised elements, and 1 / root mean square of each row, repeated along it.</summary>
internal readonly record struct NormalizationParts(NDArray Value, NDArray Scale)
{
    /// <summary>Normalises the rows of an array.</summary>
    public static NormalizationParts Of(NDArray x, bool isCentered, double epsilon)
    {
        NDArray centered = isCentered ? x - Mean(x) : x;
        NDArray scale = Mx.Rsqrt(Mean(Mx.Square(centered)) + epsilon);
        return new(centered * scale, scale);
    }

    /// <summary>The tangent of <see cref="Value"/>: Scale·(dx − mean(dx) − Value·mean(dx·Value)), without mean(dx) unless centred.</summary>
    public NDArray Tangent(NDArray dx, bool isCentered)
    {
        NDArray centered = isCentered ? dx - Mean(dx) : dx;
        return Scale * (centered - Value * Mean(dx * Value));
    }

    /// <summary>The mean of each row, repeated along it.</summary>
    public static NDArray Mean(NDArray x) => Reduction.Spread(Mx.Sum(x, -1) * (1.0 / x.Shape[^1]), x.Rank - 1, x.Shape);
}
