namespace Tangent.Layers;

/// <summary>What the layers share that drop elements at random while they are being trained, and magnify what is left.</summary>
public abstract partial class DropoutLayer : Unary
{
    private protected DropoutLayer(string layer, double p) => P = p >= 0 && p < 1
        ? p
        : throw new ArgumentOutOfRangeException(nameof(p), p, $"{layer}: p is {p}; it must be in [0, 1).");

    /// <summary>The probability of being dropped.</summary>
    public double P { get; }

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"p={P}");

    // Selected, not multiplied: what is dropped may be infinite.
    private protected NDArray Drop(NDArray x, Shape mask)
    {
        if (P == 0 || !Training)
            return x.Share();
        NDArray kept = Mx.Random.Bernoulli(1 - P, mask);
        return Mx.Where(kept, x * (1 / (1 - P)), 0);
    }

    /// <summary>The shape with 1 in place of some axes, counted from the end.</summary>
    private protected static Shape With1(Shape shape, int first, int last) =>
        Shape.Create([.. shape.Select((length, i) => shape.Rank - i >= first && shape.Rank - i <= last ? 1 : length)]);
}
