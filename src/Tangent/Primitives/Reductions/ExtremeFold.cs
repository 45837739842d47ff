namespace Tangent;

/// <summary>
/// The largest or smallest element along axes. All elements that attain it have an equal share in its tangent; behind a NaN both modes
/// give NaN. 16-bit types hold neither the number of many ties nor the sum of their tangents, which are taken in float32.
/// </summary>
internal abstract record ExtremeFold(Axes Axes) : Fold(Axes)
{
    /// <summary>Applies the reduction; there must be an element to choose.</summary>
    public static NDArray Apply(string function, NDArray x, Axes? axis, bool keepdims, Func<Axes, ExtremeFold> primitive)
    {
        Folding.RequireElements(function, x.Shape, axis);
        return Folding.Apply(function, x, axis, keepdims, primitive);
    }

    /// <summary>Where an element is worse than another, false if either is NaN.</summary>
    protected abstract NDArray IsWorse(NDArray x, NDArray y);

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray winners = Winners(x[0], y);
        NDArray sum = Mx.Sum(Folding.Precise(Mx.Where(winners, dx[0]!, Tangents.Zeros(x[0].Spec))), Axes);
        return Mx.AsType(sum / Count(winners, y), y.DType);
    }

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct)
    {
        NDArray share = Folding.Precise(ct) / Count(Winners(x[0], y), y);
        return [Spread(Mx.AsType(share, ct.DType), x[0].Shape)];
    }

    /// <inheritdoc/>
    public override Support SupportOf(Node node, int input)
    {
        NDArray x = node.Inputs[0].Handle();
        NDArray y = node.Handle();
        return new Support(() => Winners(x, y));
    }

    // All elements, where the extreme is NaN.
    private NDArray Winners(NDArray x, NDArray y) => Mx.LogicalNot(IsWorse(x, Spread(y, x.Shape)));

    private NDArray Count(NDArray winners, NDArray y)
    {
        NDArray extreme = Folding.Precise(y);
        return Mx.Where(Mx.IsNaN(extreme), extreme, Mx.Sum(Mx.AsType(winners, extreme.DType), Axes));
    }
}
