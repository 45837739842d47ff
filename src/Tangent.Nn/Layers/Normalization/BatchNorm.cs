namespace Tangent.Layers;

/// <summary>
/// Channels less their mean, divided by their standard deviation over a batch (Ioffe, Szegedy, 2015), times a weight and plus a bias. While it
/// is being trained it takes the statistics of the batch, and keeps a moving average of them, which it takes later.
/// </summary>
/// <remarks>Freezing does not stop the moving average: <c>Eval</c> does.</remarks>
[Mlx("nn.BatchNorm")]
public partial class BatchNorm : Unary
{
    /// <summary>A layer with a weight of ones and a bias of zeros, a running mean of zeros and a running variance of ones.</summary>
    /// <param name="numFeatures">The number of channels, along the last axis.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="momentum">The share of the newest batch in the moving average.</param>
    /// <param name="affine">False for a layer without weight and bias.</param>
    /// <param name="trackRunningStats">False for a layer that takes the statistics of the batch always.</param>
    public BatchNorm(int numFeatures, double eps = 1e-5, double momentum = 0.1, bool affine = true, bool trackRunningStats = true)
    {
        NumFeatures = Arguments.Positive("BatchNorm", numFeatures);
        Eps = Arguments.NotNegative("BatchNorm", eps);
        Momentum = momentum;
        Weight = affine ? Mx.Ones(numFeatures) : null;
        Bias = affine ? Mx.Zeros(numFeatures) : null;
        RunningMean = trackRunningStats ? Mx.Zeros(numFeatures) : null;
        RunningVar = trackRunningStats ? Mx.Ones(numFeatures) : null;
    }

    /// <summary>[channels]; null where there is none.</summary>
    public NDArray? Weight { get; set; }

    /// <summary>[channels]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <summary>The moving average of means, [channels]; null where none is kept.</summary>
    [Buffer]
    public NDArray? RunningMean { get; set; }

    /// <summary>The moving average of unbiased variances, [channels]; null where none is kept.</summary>
    [Buffer]
    public NDArray? RunningVar { get; set; }

    /// <summary>The number of channels.</summary>
    public int NumFeatures { get; }

    /// <summary>Added to the variance.</summary>
    public double Eps { get; }

    /// <summary>The share of the newest batch in the moving average.</summary>
    public double Momentum { get; }

    /// <summary>[…, channels] of 2, 3 or 4 axes, normalised over all but the last.</summary>
    /// <exception cref="ArgumentException">There are other axes, or in training there is one value for each channel.</exception>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireAxes("BatchNorm", x, 2, 4, "of 2, 3 or 4 axes");
        Arguments.RequireLast("BatchNorm", x, NumFeatures);
        NDArray given = Arguments.Floating("BatchNorm", x);
        if (!Training && RunningMean is { } mean && RunningVar is { } variance)
            return ChannelNormalization.Apply(given, mean, variance, Eps, Weight, Bias);
        long count = given.Size / NumFeatures;
        if (Training && count <= 1)
            throw new ArgumentException($"BatchNorm: x has shape {x.Shape}; in training each channel needs more than one value.", nameof(x));
        (NDArray center, NDArray spread) = Statistics(given);
        if (Training && RunningMean is not null && RunningVar is not null)
        {
            RunningMean = Blend(RunningMean, center);
            RunningVar = Blend(RunningVar, spread * (count / (count - 1.0)));
        }
        return ChannelNormalization.Apply(given, center, spread, Eps, Weight, Bias);
    }

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant(
        $"{NumFeatures}, eps={Eps}, momentum={Momentum}, affine={(Weight is null ? "false" : "true")}, track_running_stats={(RunningMean is null ? "false" : "true")}");

    private static (NDArray Mean, NDArray Variance) Statistics(NDArray x)
    {
        NDArray precise = ChannelNormalization.Precise(x);
        var batch = Axes.Create([.. Enumerable.Range(0, x.NDim - 1)]);
        return (Mx.Mean(precise, batch), Mx.Var(precise, batch));
    }

    private NDArray Blend(NDArray old, NDArray newest) =>
        Mx.AsType(((1 - Momentum) * old) + (Momentum * Mx.StopGradient(newest)), old.DType);
}
