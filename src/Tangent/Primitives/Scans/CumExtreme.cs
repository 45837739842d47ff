namespace Tangent;

/// <summary>
/// The largest or smallest element so far. All elements that attain it so far have an equal share in its tangent; from a NaN on both
/// modes give NaN. 16-bit types hold neither the number of many ties nor the sum of their tangents, which are taken in float32.
/// </summary>
internal abstract record CumExtreme(ScanDirection Direction) : Scan(Direction)
{
    /// <summary>Where an element is worse than another, false if either is NaN.</summary>
    protected abstract NDArray IsWorse(NDArray x, NDArray y);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        if (y.Size == 0)
            return null;
        NDArray first = Mx.StopGradient(Direction.First(y));
        NDArray attains = Mx.LogicalNot(IsWorse(Direction.Accumulated(x[0], first), y));
        NDArray stays = Mx.LogicalNot(IsWorse(Direction.Shift(y, first), y));
        NDArray tangent = Folding.Precise(Direction.Accumulated(dx[0]!, 0));
        NDArray sum = Recur(stays, Mx.Where(attains, tangent, Tangents.Zeros(tangent.Spec)));
        NDArray extreme = Folding.Precise(y);
        NDArray count = Recur(stays, Mx.AsType(attains, extreme.DType));
        return Mx.AsType(sum / Mx.Where(Mx.IsNaN(extreme), extreme, count), y.DType);
    }
}
