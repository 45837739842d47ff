namespace Tangent;

/// <summary>Integers along the last axis become others: there is no derivative, and other axes are as many rows.</summary>
internal abstract record Codes : Primitive
{
    /// <inheritdoc/>
    public sealed override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => null;

    /// <inheritdoc/>
    public sealed override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [null];

    /// <inheritdoc/>
    public sealed override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(Batching.Move(new(x[0], axes[0]), 0)), 0);
}
