using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Where |x - y| is at most <paramref name="atol"/> + <paramref name="rtol"/> * |y|, as bool, after broadcasting. Equal
    /// infinities are close, an infinity and anything else are not; NaN is close to NaN if <paramref name="equalNan"/>.
    /// 16-bit floats are compared in float32, integers in float64.
    /// </summary>
    [Mlx("core.isclose")]
    [MethodImpl(MethodImplOptions.NoInlining)] // see Binary
    public static NDArray IsClose(NDArray x, NDArray y, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false)
    {
        DType common = Elementwise.CommonType(x, y);
        DType dtype = common.IsInteger ? DType.Float64 : common is DType.Float64 or DType.Complex64 ? common : DType.Float32;
        if (common.IsInteger)
            Elementwise.BroadcastShapes("IsClose", x.Shape, y.Shape);
        else
            Elementwise.Align("IsClose", ref x, ref y);
        NDArray first = AsType(x, dtype);
        NDArray second = AsType(y, dtype);
        NDArray isWithin = LessEqual(Abs(first - second), atol + rtol * Abs(second));
        NDArray result = LogicalOr(Equal(x, y), LogicalAnd(IsFinite(second), isWithin));
        return equalNan ? LogicalOr(result, LogicalAnd(IsNaN(x), IsNaN(y))) : result;
    }
}
