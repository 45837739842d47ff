namespace Tangent;

/// <content>Further functions of shapes as methods; see the functions of the same name in <see cref="Mx"/>.</content>
public sealed partial class NDArray
{
    /// <summary>The array with at least one axis.</summary>
    public NDArray AtLeast1D() => Mx.AtLeast1D(this);

    /// <summary>The array with at least two axes.</summary>
    public NDArray AtLeast2D() => Mx.AtLeast2D(this);

    /// <summary>The array with at least three axes.</summary>
    public NDArray AtLeast3D() => Mx.AtLeast3D(this);

    /// <summary>The array repeated, without copying, to a shape that its own broadcasts to; see <see cref="Mx.BroadcastTo"/>.</summary>
    public NDArray BroadcastTo(Shape shape) => Mx.BroadcastTo(this, shape);

    /// <summary>The same array with its elements one after the other in row-major order; see <see cref="Mx.Contiguous"/>.</summary>
    public NDArray Contiguous(bool allowColMajor = false) => Mx.Contiguous(this, allowColMajor);

    /// <summary>The differences of neighbours along an axis, taken <paramref name="n"/> times; see <see cref="Mx.Diff"/>.</summary>
    public NDArray Diff(int n = 1, int axis = -1, NDArray? prepend = null, NDArray? append = null) => Mx.Diff(this, n, axis, prepend, append);

    /// <summary>The array with new axes of length 1 at the given places of the result; see <see cref="Mx.ExpandDims"/>.</summary>
    public NDArray ExpandDims(Axes axis) => Mx.ExpandDims(this, axis);

    /// <summary>The array with its elements in reverse order along some axes, or all, without copying; see <see cref="Mx.Flip"/>.</summary>
    public NDArray Flip(Axes? axis = null) => Mx.Flip(this, axis);

    /// <summary>The matrices [..., m, n] transposed to [..., n, m]; see <see cref="Mx.MatrixTranspose"/>.</summary>
    public NDArray MatrixTranspose() => Mx.MatrixTranspose(this);

    /// <summary>The array with <paramref name="padWidth"/> elements more at either end of every axis.</summary>
    public NDArray Pad(int padWidth, PadMode mode = PadMode.Constant, NDArray? constantValues = null) => Mx.Pad(this, padWidth, mode, constantValues);

    /// <summary>The array with some elements more before and after every axis.</summary>
    public NDArray Pad((int Before, int After) padWidth, PadMode mode = PadMode.Constant, NDArray? constantValues = null) => Mx.Pad(this, padWidth, mode, constantValues);

    /// <summary>The array with some elements more before and after each axis.</summary>
    public NDArray Pad((int Before, int After)[] padWidth, PadMode mode = PadMode.Constant, NDArray? constantValues = null) => Mx.Pad(this, padWidth, mode, constantValues);

    /// <summary>All elements along one axis, in row-major order; see <see cref="Mx.Ravel"/>.</summary>
    public NDArray Ravel() => Mx.Ravel(this);

    /// <summary>Each element <paramref name="repeats"/> times in a row along an axis; see <see cref="Mx.Repeat"/>.</summary>
    public NDArray Repeat(int repeats, int? axis = null) => Mx.Repeat(this, repeats, axis);

    /// <summary>The elements moved forward by <paramref name="shift"/> places along each of some axes, those past the end to the start.</summary>
    public NDArray Roll(int shift, Axes? axis = null) => Mx.Roll(this, shift, axis);

    /// <summary>The elements moved forward by <c>shift[i]</c> places along axis <c>axis[i]</c>.</summary>
    public NDArray Roll(int[] shift, Axes? axis = null) => Mx.Roll(this, shift, axis);

    /// <summary>The array side by side with itself; see <see cref="Mx.Tile"/>.</summary>
    public NDArray Tile(params int[] reps) => Mx.Tile(this, reps);

    /// <summary>The sum of a diagonal of the matrices that two axes span, in the type <paramref name="dtype"/> if given; see <see cref="Mx.Trace"/>.</summary>
    public NDArray Trace(int offset = 0, int axis1 = 0, int axis2 = 1, DType? dtype = null) => Mx.Trace(this, offset, axis1, axis2, dtype);

    /// <summary>The matrices [..., m, n] with zeros above the k-th diagonal; see <see cref="Mx.Tril"/>.</summary>
    public NDArray Tril(int k = 0) => Mx.Tril(this, k);

    /// <summary>The matrices [..., m, n] with zeros below the k-th diagonal; see <see cref="Mx.Triu"/>.</summary>
    public NDArray Triu(int k = 0) => Mx.Triu(this, k);

    /// <summary>The array with one axis divided into several; see <see cref="Mx.Unflatten"/>.</summary>
    public NDArray Unflatten(int axis, Shape shape) => Mx.Unflatten(this, axis, shape);

    /// <summary>The parts of an array along an axis, which vanishes; see <see cref="Mx.Unstack"/>.</summary>
    public NDArray[] Unstack(int axis = 0) => Mx.Unstack(this, axis);
}
