namespace Tangent.Layers;

/// <summary><see cref="Nn.Gelu"/>, or an approximation of it, as a layer.</summary>
[Mlx("nn.GELU")]
public partial class GELU : Unary
{
    /// <summary>A layer that computes it in one of the ways that there are.</summary>
    /// <param name="approx">Which way.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such way.</exception>
    public GELU(GeluApproximation approx = GeluApproximation.None) => Approx = Enum.IsDefined(approx)
        ? approx
        : throw new ArgumentOutOfRangeException(nameof(approx), approx, $"GELU: there is no approximation {approx}.");

    /// <summary>How it is computed.</summary>
    public GeluApproximation Approx { get; }

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Approx switch
    {
        GeluApproximation.None => Nn.Gelu(x),
        GeluApproximation.Fast => Nn.GeluFastApprox(x),
        _ => Nn.GeluApprox(x),
    };

    /// <inheritdoc/>
    protected override string Details => $"approx={Approx.ToString().ToLowerInvariant()}";
}
