namespace Tangent;

public sealed partial class NDArray
{
    /// <summary>Sums up to each place along an axis; see <see cref="Mx.CumSum"/>.</summary>
    [Mlx("core.array.cumsum")]
    public NDArray CumSum(int? axis = null, bool reverse = false, bool inclusive = true, DType? dtype = null) =>
        Mx.CumSum(this, axis, reverse, inclusive, dtype);

    /// <summary>Products up to each place along an axis; see <see cref="Mx.CumProd"/>.</summary>
    [Mlx("core.array.cumprod")]
    public NDArray CumProd(int? axis = null, bool reverse = false, bool inclusive = true, DType? dtype = null) =>
        Mx.CumProd(this, axis, reverse, inclusive, dtype);

    /// <summary>The largest element up to each place along an axis; see <see cref="Mx.CumMax"/>.</summary>
    [Mlx("core.array.cummax")]
    public NDArray CumMax(int? axis = null, bool reverse = false, bool inclusive = true) => Mx.CumMax(this, axis, reverse, inclusive);

    /// <summary>The smallest element up to each place along an axis; see <see cref="Mx.CumMin"/>.</summary>
    [Mlx("core.array.cummin")]
    public NDArray CumMin(int? axis = null, bool reverse = false, bool inclusive = true) => Mx.CumMin(this, axis, reverse, inclusive);

    /// <summary>log(sum(exp(x))) up to each place along an axis; see <see cref="Mx.LogCumSumExp"/>.</summary>
    [Mlx("core.array.logcumsumexp")]
    public NDArray LogCumSumExp(int? axis = null, bool reverse = false, bool inclusive = true) =>
        Mx.LogCumSumExp(this, axis, reverse, inclusive);
}
