namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// √(x² + y²) of two elements, without overflow or underflow in between, after promotion and broadcasting; integers become float32.
    /// Infinite if either is infinite, whatever the other; the derivative where both are 0 is 0. Not for complex arrays.
    /// </summary>
    public static NDArray Hypot(NDArray x, NDArray y)
    {
        Operands.RequireReal("Hypot", x, y);
        return Binary.ApplyInexact<Hypot>("Hypot", x, y);
    }
}

/// <summary>√(x² + y²), whose derivatives are x and y over it.</summary>
internal sealed record Hypot : Composite
{
    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        NDArray first = Mx.Abs(x[0]), second = Mx.Abs(x[1]);
        NDArray larger = Mx.Maximum(first, second);
        NDArray ratio = Mx.Minimum(first, second) / Mx.Where(Mx.Equal(larger, 0), 1, larger);
        NDArray isInfinite = Mx.LogicalOr(Mx.IsInf(first), Mx.IsInf(second));
        return Mx.Where(isInfinite, double.PositiveInfinity, larger * Mx.Sqrt(1 + Mx.Square(ratio)));
    }

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first ? first * Slope(x[0], y) : null,
        dx[1] is { } second ? second * Slope(x[1], y) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [active[0] ? ct * Slope(x[0], y) : null, active[1] ? ct * Slope(x[1], y) : null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);

    private static NDArray Slope(NDArray x, NDArray y) => x / Mx.Where(Mx.Equal(y, 0), 1, y);
}
