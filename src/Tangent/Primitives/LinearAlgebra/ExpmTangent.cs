namespace Tangent;

/// <summary>
/// The derivative of the exponential of a along e: the upper right part of that of [[a, e], [0, a]] (Najfeld and Havel, "Derivatives of the
/// matrix exponential and their computation", 1995). Linear in e.
/// </summary>
internal sealed record ExpmTangent : Composite
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[1].Spec;

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        NDArray exponential = Shared<Expm>.Instance.Apply(Block(x[0], x[1]));
        return Corner(exponential, x[0].Shape[^1]);
    }

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray? linear = dx[1] is { } tangent ? Apply(x[0], tangent) : null;
        if (dx[0] is not { } da)
            return linear;
        NDArray change = Apply(Block(x[0], x[1]), Block(da, null));
        return Tangents.Add(linear, Corner(change, da.Shape[^1]));
    }

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Transposition.OfJvp(this, x, active, [y], [ct]);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 1 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [null, Apply(Matrices.Flip(Known(x[0])), ct)];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);

    private static NDArray Block(NDArray a, NDArray? e)
    {
        NDArray zeros = Tangents.Zeros(a.Spec);
        return Mx.Concatenate([Mx.Concatenate([a, e ?? zeros], -1), Mx.Concatenate([zeros, a], -1)], -2);
    }

    private static NDArray Corner(NDArray x, int n) =>
        Slice.Of(x, Region.Full(x.Shape).With(x.Rank - 2, 0, n).With(x.Rank - 1, n, n));
}
