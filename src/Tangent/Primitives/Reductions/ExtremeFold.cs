namespace Tangent;

/// <summary>The largest or smallest element along axes. All elements that attain it have an equal share in its tangent.</summary>
internal abstract record ExtremeFold(Axes Axes) : Fold(Axes)
{
    /// <summary>Applies the reduction; there must be an element to choose.</summary>
    public static NDArray Apply(string function, NDArray x, Axes? axis, bool keepdims, Func<Axes, ExtremeFold> primitive)
    {
        Reduction.RequireElements(function, x.Shape, axis);
        return Reduction.Apply(function, x, axis, keepdims, primitive);
    }

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray winners = Winners(x[0], y);
        return Mx.Sum(Mx.Where(winners, dx[0]!, Tangents.Zeros(x[0].Spec)), Axes) / Count(winners, y.DType);
    }

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [Spread(ct / Count(Winners(x[0], y), y.DType), x[0].Shape)];

    /// <inheritdoc/>
    public override Support SupportOf(Node node, int input)
    {
        NDArray x = node.Inputs[0].Handle();
        NDArray y = node.Handle();
        return new Support(() => Winners(x, y));
    }

    private NDArray Winners(NDArray x, NDArray y) => Mx.Equal(x, Spread(y, x.Shape));

    private NDArray Count(NDArray winners, DType dtype) => Mx.Sum(Mx.AsType(winners, dtype), Axes);
}
