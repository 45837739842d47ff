namespace Tangent;

public sealed partial class NDArray
{
    /// <summary>The sum over some axes, or all; see <see cref="Mx.Sum"/>.</summary>
    [Mlx("core.array.sum")]
    public NDArray Sum(Axes? axis = null, bool keepdims = false) => Mx.Sum(this, axis, keepdims);

    /// <summary>The product over some axes, or all; see <see cref="Mx.Prod"/>.</summary>
    [Mlx("core.array.prod")]
    public NDArray Prod(Axes? axis = null, bool keepdims = false) => Mx.Prod(this, axis, keepdims);

    /// <summary>The mean over some axes, or all; see <see cref="Mx.Mean"/>.</summary>
    [Mlx("core.array.mean")]
    public NDArray Mean(Axes? axis = null, bool keepdims = false) => Mx.Mean(this, axis, keepdims);

    /// <summary>The largest element along some axes, or of all; see <see cref="Mx.Max"/>.</summary>
    [Mlx("core.array.max")]
    public NDArray Max(Axes? axis = null, bool keepdims = false) => Mx.Max(this, axis, keepdims);

    /// <summary>The smallest element along some axes, or of all; see <see cref="Mx.Min"/>.</summary>
    [Mlx("core.array.min")]
    public NDArray Min(Axes? axis = null, bool keepdims = false) => Mx.Min(this, axis, keepdims);

    /// <summary>Whether all elements are not zero along some axes, or of all; see <see cref="Mx.All"/>.</summary>
    [Mlx("core.array.all")]
    public NDArray All(Axes? axis = null, bool keepdims = false) => Mx.All(this, axis, keepdims);

    /// <summary>Whether any element is not zero along some axes, or of all; see <see cref="Mx.Any"/>.</summary>
    [Mlx("core.array.any")]
    public NDArray Any(Axes? axis = null, bool keepdims = false) => Mx.Any(this, axis, keepdims);

    /// <summary>log(sum(exp(x))) over some axes, or all; see <see cref="Mx.LogSumExp"/>.</summary>
    [Mlx("core.array.logsumexp")]
    public NDArray LogSumExp(Axes? axis = null, bool keepdims = false) => Mx.LogSumExp(this, axis, keepdims);

    /// <summary>The variance over some axes, or all; see <see cref="Mx.Var"/>.</summary>
    [Mlx("core.array.var")]
    public NDArray Var(Axes? axis = null, bool keepdims = false, int ddof = 0) => Mx.Var(this, axis, keepdims, ddof);

    /// <summary>The standard deviation over some axes, or all; see <see cref="Mx.Std"/>.</summary>
    [Mlx("core.array.std")]
    public NDArray Std(Axes? axis = null, bool keepdims = false, int ddof = 0) => Mx.Std(this, axis, keepdims, ddof);

    /// <summary>The first place of the largest element along an axis, or among all; see <see cref="Mx.ArgMax"/>.</summary>
    [Mlx("core.array.argmax")]
    public NDArray ArgMax(int? axis = null, bool keepdims = false) => Mx.ArgMax(this, axis, keepdims);

    /// <summary>The first place of the smallest element along an axis, or among all; see <see cref="Mx.ArgMin"/>.</summary>
    [Mlx("core.array.argmin")]
    public NDArray ArgMin(int? axis = null, bool keepdims = false) => Mx.ArgMin(this, axis, keepdims);
}
