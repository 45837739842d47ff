namespace Tangent.Layers;

/// <summary><see cref="Nn.HardTanh(NDArray, double, double)"/> as a layer.</summary>
[Mlx("nn.HardTanh")]
public partial class HardTanh : Unary
{
    /// <summary>A layer that brings elements between two bounds.</summary>
    /// <param name="minVal">The lower bound.</param>
    /// <param name="maxVal">The upper bound, not less.</param>
    /// <exception cref="ArgumentException">The lower bound is above the upper one.</exception>
    public HardTanh(double minVal = -1, double maxVal = 1)
    {
        if (!(minVal <= maxVal))
            throw new ArgumentException(FormattableString.Invariant($"HardTanh: minVal {minVal} is not at most maxVal {maxVal}."), nameof(minVal));
        (MinVal, MaxVal) = (minVal, maxVal);
    }

    /// <summary>The lower bound.</summary>
    public double MinVal { get; }

    /// <summary>The upper bound.</summary>
    public double MaxVal { get; }

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.HardTanh(x, MinVal, MaxVal);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"min_val={MinVal}, max_val={MaxVal}");
}
