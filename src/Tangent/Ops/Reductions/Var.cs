namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The variance over some axes, or all: the sum of |x − mean|², divided by the number of elements less
    /// <paramref name="ddof"/>, or by 0 if that is negative. Integers become float32; complex numbers have a real variance.
    /// </summary>
    [Mlx("core.var")]
    public static NDArray Var(NDArray x, Axes? axis = null, bool keepdims = false, int ddof = 0) =>
        AsType(Variance("Var", x, axis, keepdims, ddof), Real(Elementwise.ToInexact(x)).DType);

    /// <summary>The standard deviation over some axes, or all: the square root of <see cref="Var"/>.</summary>
    [Mlx("core.std")]
    public static NDArray Std(NDArray x, Axes? axis = null, bool keepdims = false, int ddof = 0) =>
        AsType(Sqrt(Variance("Std", x, axis, keepdims, ddof)), Real(Elementwise.ToInexact(x)).DType);

    /// <summary>The variance, of 16-bit types in float32.</summary>
    private static NDArray Variance(string function, NDArray x, Axes? axis, bool keepdims, int ddof)
    {
        NDArray precise = Folding.Precise(Elementwise.ToInexact(x));
        long count = Folding.Count(function, x.Shape, axis);
        NDArray difference = precise - Mean(precise, axis, keepdims: true);
        return Sum(SquaredSize(difference), axis, keepdims) / Math.Max(0, count - ddof);
    }

    /// <summary>|x|², without a detour over |x|, whose slope breaks at 0.</summary>
    internal static NDArray SquaredSize(NDArray x) => x.DType.IsComplex ? Real(x * Conjugate(x)) : Square(x);
}
