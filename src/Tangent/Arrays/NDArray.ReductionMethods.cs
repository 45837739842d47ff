namespace Tangent;

/// <content>Further reductions as methods; see the functions of the same name in <see cref="Mx"/>.</content>
public sealed partial class NDArray
{
    /// <summary>How many elements are not zero along some axes, or of all, as int32; see <see cref="Mx.CountNonzero"/>.</summary>
    public NDArray CountNonzero(Axes? axis = null, bool keepdims = false) => Mx.CountNonzero(this, axis, keepdims);

    /// <summary>The logarithm of <see cref="Softmax"/> along one axis, the last unless given.</summary>
    public NDArray LogSoftmax(int axis = -1) => Mx.LogSoftmax(this, axis);

    /// <summary>The logarithm of the softmax over some axes, or all.</summary>
    public NDArray LogSoftmax(Axes? axis) => Mx.LogSoftmax(this, axis);

    /// <summary>The median over some axes, or all; see <see cref="Mx.Median"/>.</summary>
    public NDArray Median(Axes? axis = null, bool keepdims = false) => Mx.Median(this, axis, keepdims);

    /// <summary>The <see cref="Max"/> of what is not NaN; see <see cref="Mx.NanMax"/>.</summary>
    public NDArray NanMax(Axes? axis = null, bool keepdims = false) => Mx.NanMax(this, axis, keepdims);

    /// <summary>The <see cref="Mean"/> of what is not NaN; see <see cref="Mx.NanMean"/>.</summary>
    public NDArray NanMean(Axes? axis = null, bool keepdims = false) => Mx.NanMean(this, axis, keepdims);

    /// <summary>The <see cref="Median"/> of what is not NaN; see <see cref="Mx.NanMedian"/>.</summary>
    public NDArray NanMedian(Axes? axis = null, bool keepdims = false) => Mx.NanMedian(this, axis, keepdims);

    /// <summary>The <see cref="Min"/> of what is not NaN; see <see cref="Mx.NanMin"/>.</summary>
    public NDArray NanMin(Axes? axis = null, bool keepdims = false) => Mx.NanMin(this, axis, keepdims);

    /// <summary>The <see cref="Prod"/> of what is not NaN; see <see cref="Mx.NanProd"/>.</summary>
    public NDArray NanProd(Axes? axis = null, bool keepdims = false) => Mx.NanProd(this, axis, keepdims);

    /// <summary>The <see cref="Quantile"/> of what is not NaN; see <see cref="Mx.NanQuantile"/>.</summary>
    public NDArray NanQuantile(NDArray q, Axes? axis = null, bool keepdims = false) => Mx.NanQuantile(this, q, axis, keepdims);

    /// <summary>The <see cref="Std"/> of what is not NaN; see <see cref="Mx.NanStd"/>.</summary>
    public NDArray NanStd(Axes? axis = null, bool keepdims = false, int ddof = 0) => Mx.NanStd(this, axis, keepdims, ddof);

    /// <summary>The <see cref="Sum"/> of what is not NaN; see <see cref="Mx.NanSum"/>.</summary>
    public NDArray NanSum(Axes? axis = null, bool keepdims = false) => Mx.NanSum(this, axis, keepdims);

    /// <summary>The <see cref="Var"/> of what is not NaN; see <see cref="Mx.NanVar"/>.</summary>
    public NDArray NanVar(Axes? axis = null, bool keepdims = false, int ddof = 0) => Mx.NanVar(this, axis, keepdims, ddof);

    /// <summary>The length of vectors along one axis, or of all elements; see <see cref="Mx.Norm"/>.</summary>
    public NDArray Norm(double? ord = null, Axes? axis = null, bool keepdims = false) => Mx.Norm(this, ord, axis, keepdims);

    /// <summary>The same as <see cref="Quantile"/> with percents from 0 to 100; see <see cref="Mx.Percentile"/>.</summary>
    public NDArray Percentile(NDArray q, Axes? axis = null, bool keepdims = false) => Mx.Percentile(this, q, axis, keepdims);

    /// <summary>The value below which a share <paramref name="q"/> of the elements lies, over some axes or all; see <see cref="Mx.Quantile"/>.</summary>
    public NDArray Quantile(NDArray q, Axes? axis = null, bool keepdims = false) => Mx.Quantile(this, q, axis, keepdims);

    /// <summary>exp(x) divided by its sum over some axes, or all, without overflow; see <see cref="Mx.Softmax"/>.</summary>
    public NDArray Softmax(Axes? axis = null, bool precise = false) => Mx.Softmax(this, axis, precise);
}
