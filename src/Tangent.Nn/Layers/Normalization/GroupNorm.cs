namespace Tangent.Layers;

/// <summary>Groups of channels of each example less their mean, divided by their standard deviation (Wu, He, 2018).</summary>
[Mlx("nn.GroupNorm")]
public partial class GroupNorm : Unary
{
    /// <summary>A layer with a weight of ones and a bias of zeros.</summary>
    /// <param name="numGroups">The number of groups, which divides that of channels.</param>
    /// <param name="dims">The number of channels, along the last axis.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="affine">False for a layer without weight and bias.</param>
    /// <param name="pytorchCompatible">True for groups of neighbours, as in PyTorch; else channel c is of group c mod the number of groups, as in MLX.</param>
    /// <exception cref="ArgumentException">The groups do not divide the channels.</exception>
    public GroupNorm(int numGroups, int dims, double eps = 1e-5, bool affine = true, bool pytorchCompatible = false)
    {
        NumGroups = Arguments.Positive("GroupNorm", numGroups);
        Dims = Arguments.Positive("GroupNorm", dims);
        if (dims % numGroups != 0)
            throw new ArgumentException($"GroupNorm: {numGroups} groups do not divide {dims} channels.", nameof(numGroups));
        Eps = Arguments.NotNegative("GroupNorm", eps);
        PytorchCompatible = pytorchCompatible;
        Weight = affine ? Mx.Ones(dims) : null;
        Bias = affine ? Mx.Zeros(dims) : null;
    }

    /// <summary>[dims]; null where there is none.</summary>
    public NDArray? Weight { get; set; }

    /// <summary>[dims]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <summary>The number of groups.</summary>
    public int NumGroups { get; }

    /// <summary>The number of channels.</summary>
    public int Dims { get; }

    /// <summary>Added to the variance.</summary>
    public double Eps { get; }

    /// <summary>True for groups of neighbours.</summary>
    public bool PytorchCompatible { get; }

    /// <summary>[N, …, dims] of 2 axes or more, normalised over all but the first.</summary>
    /// <exception cref="ArgumentException">There are fewer axes, or other channels.</exception>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireAxes("GroupNorm", x, 2, int.MaxValue, "of 2 axes or more");
        Arguments.RequireLast("GroupNorm", x, Dims);
        NDArray given = Arguments.Floating("GroupNorm", x);
        int size = Dims / NumGroups, batch = given.Shape[0], places = checked((int)(given.Size / Math.Max(1, (long)batch * Dims)));
        // Each group becomes a row: [batch, groups, places, channels of a group].
        Shape channels = PytorchCompatible ? (batch, places, NumGroups, size) : (batch, places, size, NumGroups);
        Axes order = PytorchCompatible ? Axes.Create([0, 2, 1, 3]) : Axes.Create([0, 3, 1, 2]), back = PytorchCompatible ? order : Axes.Create([0, 2, 3, 1]);
        NDArray grouped = Mx.Transpose(Mx.Reshape(given, channels), order);
        NDArray rows = Mx.Fast.LayerNorm(Mx.Reshape(grouped, (batch, NumGroups, places * size)), null, null, Eps);
        NDArray normalized = Mx.Reshape(Mx.Transpose(Mx.Reshape(rows, grouped.Shape), back), given.Shape);
        return ChannelNormalization.Scale(normalized, Weight, Bias);
    }

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant(
        $"{NumGroups}, {Dims}, eps={Eps}, affine={(Weight is null ? "false" : "true")}, pytorch_compatible={(PytorchCompatible ? "true" : "false")}");
}
