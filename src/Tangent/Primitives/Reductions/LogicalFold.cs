namespace Tangent;

/// <summary>A reduction of truth values, which has no derivative.</summary>
internal abstract record LogicalFold(Axes Axes) : Fold(Axes)
{
    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => null;

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [null];
}
