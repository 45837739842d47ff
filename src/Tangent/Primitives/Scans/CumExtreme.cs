namespace Tangent;

/// <summary>The largest or smallest element so far. All elements that attain it so far have an equal share in its tangent.</summary>
internal abstract record CumExtreme(ScanDirection Direction) : Scan(Direction)
{
    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        if (y.Size == 0)
            return null;
        NDArray first = Mx.StopGradient(Direction.First(y));
        NDArray attains = Mx.Equal(Direction.Accumulated(x[0], first), y);
        NDArray stays = Mx.Equal(y, Direction.Shift(y, first));
        NDArray tangent = Direction.Accumulated(dx[0]!, 0);
        NDArray sum = Recur(stays, Mx.Where(attains, tangent, Tangents.Zeros(tangent.Spec)));
        return sum / Recur(stays, Mx.AsType(attains, y.DType));
    }
}
