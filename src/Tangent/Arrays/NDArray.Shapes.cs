namespace Tangent;

public sealed partial class NDArray
{
    /// <summary>The array with its axes in reverse order.</summary>
    [Mlx("core.array.T")]
    public NDArray T => Mx.Transpose(this);

    /// <summary>The array with its axes in another order; see <see cref="Mx.Transpose"/>.</summary>
    [Mlx("core.array.transpose")]
    public NDArray Transpose(params int[]? axes) => Mx.Transpose(this, axes is null or [] ? default(Axes?) : new Axes([.. axes]));

    /// <summary>The elements in row-major order under another shape; one length may be -1 and is then inferred.</summary>
    [Mlx("core.array.reshape")]
    public NDArray Reshape(params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return Mx.Reshape(this, shape);
    }

    /// <summary>The elements in row-major order under another shape; one length may be -1 and is then inferred.</summary>
    public NDArray Reshape(Shape shape) => Mx.Reshape(this, shape);

    /// <summary>The array with some axes joined into one; see <see cref="Mx.Flatten"/>.</summary>
    [Mlx("core.array.flatten")]
    public NDArray Flatten(int startAxis = 0, int endAxis = -1) => Mx.Flatten(this, startAxis, endAxis);

    /// <summary>The array without some axes of length 1, or without all of them.</summary>
    [Mlx("core.array.squeeze")]
    public NDArray Squeeze(Axes? axis = null) => Mx.Squeeze(this, axis);

    /// <summary>The array with two axes exchanged.</summary>
    [Mlx("core.array.swapaxes")]
    public NDArray SwapAxes(int axis1, int axis2) => Mx.SwapAxes(this, axis1, axis2);

    /// <summary>The array with one axis moved to another place.</summary>
    [Mlx("core.array.moveaxis")]
    public NDArray MoveAxis(int source, int destination) => Mx.MoveAxis(this, source, destination);

    /// <summary>The array in a number of equal parts along an axis.</summary>
    [Mlx("core.array.split")]
    public NDArray[] Split(int indicesOrSections, int axis = 0) => Mx.Split(this, indicesOrSections, axis);

    /// <summary>The array cut along an axis before each of the given indices.</summary>
    [Mlx("core.array.split")]
    public NDArray[] Split(int[] indicesOrSections, int axis = 0) => Mx.Split(this, indicesOrSections, axis);

    /// <summary>A diagonal of the matrices that two axes span; see <see cref="Mx.Diagonal"/>.</summary>
    [Mlx("core.array.diagonal")]
    public NDArray Diagonal(int offset = 0, int axis1 = 0, int axis2 = 1) => Mx.Diagonal(this, offset, axis1, axis2);

    /// <summary>The matrix with this vector on a diagonal, or a diagonal of this matrix; see <see cref="Mx.Diag"/>.</summary>
    [Mlx("core.array.diag")]
    public NDArray Diag(int k = 0) => Mx.Diag(this, k);
}
