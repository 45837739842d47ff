namespace Tangent;

/// <content>Functions of places as methods; see the functions of the same name in <see cref="Mx"/>.</content>
public sealed partial class NDArray
{
    /// <summary>The same as the rows of a matrix [count, axes]; see <see cref="Mx.ArgWhere"/>.</summary>
    public NDArray ArgWhere() => Mx.ArgWhere(this);

    /// <summary>Where elements are not zero, in row-major order; see <see cref="Mx.NonZero"/>.</summary>
    public NDArray[] NonZero() => Mx.NonZero(this);

    /// <summary>For each integer a row of <paramref name="numClasses"/> numbers along a new axis; see <see cref="Mx.OneHot"/>.</summary>
    public NDArray OneHot(int numClasses, int axis = -1, DType dtype = DType.Float32) => Mx.OneHot(this, numClasses, axis, dtype);

    /// <summary>The array with elements replaced at indices along an axis; see <see cref="Mx.PutAlongAxis"/>.</summary>
    public NDArray PutAlongAxis(NDArray indices, NDArray values, int? axis) => Mx.PutAlongAxis(this, indices, values, axis);

    /// <summary>Slices of an array at indices along an axis, which the shape of the indices replaces; see <see cref="Mx.Take"/>.</summary>
    public NDArray Take(NDArray indices, int? axis = null) => Mx.Take(this, indices, axis);

    /// <summary>Elements at indices along an axis; see <see cref="Mx.TakeAlongAxis"/>.</summary>
    public NDArray TakeAlongAxis(NDArray indices, int? axis) => Mx.TakeAlongAxis(this, indices, axis);
}
