namespace Tangent;

/// <summary>The larger or the smaller of two values. The winner's tangent is taken; a tie splits it evenly.</summary>
internal abstract record Extremum : Binary
{
    /// <summary>Where <paramref name="x"/> is chosen before <paramref name="y"/>.</summary>
    protected abstract NDArray Beats(NDArray x, NDArray y);

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray tie = Tangents.Add(dx[0], dx[1])! * 0.5;
        NDArray otherwise = Mx.Where(Beats(x[1], x[0]), Tangents.OrZeros(dx[1], y.Spec), tie);
        return Mx.Where(Beats(x[0], x[1]), Tangents.OrZeros(dx[0], y.Spec), otherwise);
    }

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [active[0] ? Share(x[0], x[1], ct) : null, active[1] ? Share(x[1], x[0], ct) : null];

    /// <inheritdoc/>
    public override Support SupportOf(Node node, int input)
    {
        NDArray x = node.Inputs[input].Handle();
        NDArray other = node.Inputs[1 - input].Handle();
        return new Support(() => Mx.LogicalNot(Beats(other, x)));
    }

    /// <inheritdoc/>
    public override bool KeepsZeros(int input, int count) => true;

    // The loser's share is outside its support.
    private NDArray Share(NDArray x, NDArray other, NDArray ct) => Mx.Where(Beats(x, other), ct, ct * 0.5);
}
