namespace Tangent;

/// <content>Products as methods; see the functions of the same name in <see cref="Mx"/>.</content>
public sealed partial class NDArray
{
    /// <summary>NumPy's product of two arrays; see <see cref="Mx.Dot"/>.</summary>
    public NDArray Dot(NDArray y) => Mx.Dot(this, y);

    /// <summary>The sums of products along the last axes of two arrays, which have one length; see <see cref="Mx.Inner"/>.</summary>
    public NDArray Inner(NDArray y) => Mx.Inner(this, y);

    /// <summary>The product of a Hadamard matrix with the vectors along the last axis; see <see cref="Mx.HadamardTransform"/>.</summary>
    public NDArray HadamardTransform(double? scale = null) => Mx.HadamardTransform(this, scale);

    /// <summary>The Kronecker product; see <see cref="Mx.Kron"/>.</summary>
    public NDArray Kron(NDArray y) => Mx.Kron(this, y);

    /// <summary>The matrix product of [..., m, k] and [..., k, n]; see <see cref="Mx.MatMul"/>.</summary>
    public NDArray MatMul(NDArray y) => Mx.MatMul(this, y);

    /// <summary>The products of every element of one array with every element of another; see <see cref="Mx.Outer"/>.</summary>
    public NDArray Outer(NDArray y) => Mx.Outer(this, y);

    /// <summary>The sums of products over the last <paramref name="axes"/> axes of one array and the first of another.</summary>
    public NDArray TensorDot(NDArray y, int axes = 2) => Mx.TensorDot(this, y, axes);

    /// <summary>The sums of products over pairs of axes.</summary>
    public NDArray TensorDot(NDArray y, (Axes X, Axes Y) axes) => Mx.TensorDot(this, y, axes);

    /// <summary>The sums of products of conj(x) and y along an axis, after broadcasting; see <see cref="Mx.VecDot"/>.</summary>
    public NDArray VecDot(NDArray y, int axis = -1) => Mx.VecDot(this, y, axis);
}
