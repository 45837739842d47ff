namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Elements with NaN and infinities replaced, by 0 and by the greatest and lowest finite value of the type unless
    /// others are given; of complex numbers in both parts. Integers and bool stay as they are.
    /// </summary>
    [Mlx("core.nan_to_num")]
    public static NDArray NanToNum(NDArray x, double nan = 0, double? posinf = null, double? neginf = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!x.DType.IsInexact)
            return x.Share();
        if (x.DType.IsComplex)
            return MakeComplex.Of(NanToNum(Real(x), nan, posinf, neginf), NanToNum(Imag(x), nan, posinf, neginf));
        var limits = new FInfo(x.DType);
        NDArray y = Where(IsNaN(x), nan, x);
        y = Where(IsPosInf(x), posinf ?? limits.Max, y);
        return Where(IsNegInf(x), neginf ?? limits.Min, y);
    }
}
