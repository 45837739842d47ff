namespace Tangent.Layers;

/// <summary>More elements along the axes between the first and the last, or fewer.</summary>
[Mlx("nn.Upsample")]
public partial class Upsample : Unary
{
    [Static]
    private readonly ScaleFactors factors;

    /// <summary>A layer with one factor for every axis.</summary>
    /// <param name="scaleFactor">How many times as many elements; the number of them is rounded down.</param>
    /// <param name="mode">How they are found.</param>
    /// <param name="alignCorners">True where first and last elements stand on those of the input; else elements are parts of the same length.</param>
    /// <param name="antialias">True to take means over more elements where there are fewer; not with <see cref="UpsampleMode.Nearest"/> nor with aligned corners.</param>
    /// <exception cref="ArgumentException">The factor is not positive, or these do not go together.</exception>
    public Upsample(double scaleFactor, UpsampleMode mode = UpsampleMode.Nearest, bool alignCorners = false, bool antialias = false)
        : this([scaleFactor], mode, alignCorners, antialias)
    {
    }

    /// <summary>A layer with a factor for each axis between the first and the last.</summary>
    /// <param name="scaleFactor">How many times as many elements; the number of them is rounded down.</param>
    /// <param name="mode">How they are found.</param>
    /// <param name="alignCorners">True where first and last elements stand on those of the input; else elements are parts of the same length.</param>
    /// <param name="antialias">True to take means over more elements where there are fewer; not with <see cref="UpsampleMode.Nearest"/> nor with aligned corners.</param>
    /// <exception cref="ArgumentException">A factor is not positive, or these do not go together.</exception>
    public Upsample(double[] scaleFactor, UpsampleMode mode = UpsampleMode.Nearest, bool alignCorners = false, bool antialias = false)
    {
        factors = new("Upsample", scaleFactor);
        if (!Enum.IsDefined(mode))
            throw new ArgumentOutOfRangeException(nameof(mode), mode, $"Upsample: there is no mode {mode}.");
        if (antialias && (mode == UpsampleMode.Nearest || alignCorners))
            throw new ArgumentException($"Upsample: antialias goes neither with the mode {UpsampleMode.Nearest} nor with alignCorners.", nameof(antialias));
        (Mode, AlignCorners, Antialias) = (mode, alignCorners, antialias);
    }

    /// <summary>How elements are found.</summary>
    public UpsampleMode Mode { get; }

    /// <summary>True where first and last elements stand on those of the input.</summary>
    public bool AlignCorners { get; }

    /// <summary>True to take means over more elements where there are fewer.</summary>
    public bool Antialias { get; }

    /// <summary>[N, …, C] with other lengths between the first axis and the last.</summary>
    /// <exception cref="ArgumentException">There are fewer axes than three, other axes than factors, or no elements are left.</exception>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireAxes("Upsample", x, 3, int.MaxValue, "[N, …, C] of 3 axes or more");
        int axes = x.NDim - 2;
        if (factors.Count != 1 && factors.Count != axes)
            throw new ArgumentException($"Upsample: x has shape {x.Shape}; there are {factors.Count} factors for {axes} axes.", nameof(x));
        for (int i = 0; i < axes; i++)
            if (factors[i] * x.Shape[i + 1] is < 1 or > int.MaxValue)
                throw new ArgumentException(FormattableString.Invariant($"Upsample: x has shape {x.Shape}; axis {i + 1} would have {factors[i] * x.Shape[i + 1]} elements."), nameof(x));
        NDArray y = Mode == UpsampleMode.Nearest ? x.Share() : Arguments.Floating("Upsample", x);
        NDArray precise = ChannelNormalization.Precise(y);
        for (int i = 0; i < axes; i++)
            precise = Resample(precise, i + 1, factors[i]);
        return Mx.AsType(precise, y.DType);
    }

    /// <inheritdoc/>
    protected override string Details => $"scale_factor={factors}, mode={Mode.ToString().ToLowerInvariant()}, align_corners={(AlignCorners ? "true" : "false")}";

    private NDArray Resample(NDArray x, int axis, double scale)
    {
        int length = x.Shape[axis];
        if (Mode == UpsampleMode.Nearest && scale == Math.Floor(scale))
            return Mx.Repeat(x, (int)scale, axis);
        Resampling resampling = Mode switch
        {
            UpsampleMode.Nearest => Resampling.Nearest(length, scale),
            _ when Antialias => Resampling.Antialiased(length, scale, Mode == UpsampleMode.Cubic),
            UpsampleMode.Linear => Resampling.Linear(length, scale, AlignCorners),
            _ => Resampling.Cubic(length, scale, AlignCorners),
        };
        return resampling.Apply(x, axis);
    }
}
