namespace Tangent.Layers;

/// <summary>Each channel of each example less its mean, divided by its standard deviation (Ulyanov, Vedaldi, Lempitsky, 2016).</summary>
[Mlx("nn.InstanceNorm")]
public partial class InstanceNorm : Unary
{
    /// <summary>A layer, as a rule without parameters.</summary>
    /// <param name="dims">The number of channels, along the last axis.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="affine">True for a layer with a weight of ones and a bias of zeros.</param>
    public InstanceNorm(int dims, double eps = 1e-5, bool affine = false)
    {
        Dims = Arguments.Positive("InstanceNorm", dims);
        Eps = Arguments.NotNegative("InstanceNorm", eps);
        Weight = affine ? Mx.Ones(dims) : null;
        Bias = affine ? Mx.Zeros(dims) : null;
    }

    /// <summary>[dims]; null where there is none.</summary>
    public NDArray? Weight { get; set; }

    /// <summary>[dims]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <summary>The number of channels.</summary>
    public int Dims { get; }

    /// <summary>Added to the variance.</summary>
    public double Eps { get; }

    /// <summary>[N, …, dims] of 3 axes or more, normalised over those between.</summary>
    /// <exception cref="ArgumentException">There are fewer axes, or other channels.</exception>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireAxes("InstanceNorm", x, 3, int.MaxValue, "of 3 axes or more");
        Arguments.RequireLast("InstanceNorm", x, Dims);
        NDArray given = Arguments.Floating("InstanceNorm", x), precise = ChannelNormalization.Precise(given);
        var places = Axes.Create([.. Enumerable.Range(1, x.NDim - 2)]);
        return ChannelNormalization.Apply(given, Mx.Mean(precise, places, keepdims: true), Mx.Var(precise, places, keepdims: true), Eps, Weight, Bias);
    }

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"{Dims}, eps={Eps}, affine={(Weight is null ? "false" : "true")}");
}
