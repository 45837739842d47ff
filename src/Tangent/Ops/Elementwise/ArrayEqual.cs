namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Whether two arrays have one shape and equal elements, after promotion, as a bool scalar; NaN equals NaN if
    /// <paramref name="equalNan"/>.
    /// </summary>
    [Mlx("core.array_equal")]
    public static NDArray ArrayEqual(NDArray x, NDArray y, bool equalNan = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Shape != y.Shape)
            return AsType(false, DType.Bool);
        NDArray isEqual = Equal(x, y);
        return All(equalNan ? LogicalOr(isEqual, LogicalAnd(IsNaN(x), IsNaN(y))) : isEqual);
    }
}
