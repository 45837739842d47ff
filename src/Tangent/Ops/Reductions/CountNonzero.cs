namespace Tangent;

public static partial class Mx
{
    /// <summary>How many elements are not zero along some axes, or of all, as int32, or int64 where there are more than 2³¹ − 1 elements to count.</summary>
    [Mlx("core.count_nonzero")]
    public static NDArray CountNonzero(NDArray x, Axes? axis = null, bool keepdims = false) => Sum(Folding.IsNonzero(x), axis, keepdims);
}
