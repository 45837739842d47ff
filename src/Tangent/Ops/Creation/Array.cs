using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>An array of a scalar, or another array, in a type if one is given; an integer literal that the type does not hold is refused.</summary>
    [Mlx("core.array")]
    [Mlx("core.asarray")]
    [OverloadResolutionPriority(-1)] // Everything that converts to an array by itself has an overload of its own.
    public static NDArray Array(NDArray values, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Literal is null
            ? AsType(values, dtype ?? values.DType)
            : Elementwise.ToType("Array", values, dtype ?? values.DType);
    }

    /// <summary>A copy of a vector, of its element type unless another is given.</summary>
    public static NDArray Array<T>(T[] values, DType? dtype = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        return Array<T>(values, values.Length, dtype);
    }

    /// <summary>A copy of a vector, of its element type unless another is given.</summary>
    /// <exception cref="ArgumentException">There is no such element type.</exception>
    public static NDArray Array<T>(ReadOnlySpan<T> values, DType? dtype = null) where T : unmanaged => Array(values, values.Length, dtype);

    /// <summary>A copy of the rows of a matrix, of their element type unless another is given.</summary>
    /// <exception cref="ArgumentException">The rows differ in length, or there is no such element type.</exception>
    public static NDArray Array<T>(T[][] values, DType? dtype = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        if (System.Array.IndexOf(values, null) is >= 0 and var missing)
            throw new ArgumentException($"Array: row {missing} is null.", nameof(values));
        int columns = values.Length == 0 ? 0 : values[0].Length;
        int other = System.Array.FindIndex(values, row => row.Length != columns);
        if (other >= 0)
            throw new ArgumentException($"Array: row {other} has {values[other].Length} elements, row 0 has {columns}.", nameof(values));
        return values.Length == 0 ? Array<T>([], 0, dtype) : Array<T>(values.SelectMany(row => row).ToArray(), (values.Length, columns), dtype);
    }

    /// <summary>A copy of elements in row-major order as an array of a shape, of their type unless another is given.</summary>
    /// <exception cref="ArgumentException">There are more or fewer elements than the shape has, or no such element type.</exception>
    public static NDArray Array<T>(ReadOnlySpan<T> values, Shape shape, DType? dtype = null) where T : unmanaged
    {
        if (shape.HasNegativeLength || shape.Size != values.Length)
            throw new ArgumentException($"Array: {values.Length} elements do not fill shape {shape}.", nameof(shape));
        if (typeof(T) == typeof(Complex))
            return Array<Complex64>(NestedValues.Narrow(values), shape, dtype);
        DType own = ElementTypes.Require<T>("Array");
        return AsType(NDArray.Copy(values, own, shape), dtype ?? own);
    }

    /// <summary>
    /// A copy of a .NET array of any rank, or of arrays of arrays, of their element type unless another is given.
    /// </summary>
    /// <exception cref="ArgumentException">Inner arrays differ in length, or there is no such element type.</exception>
    public static NDArray Array(System.Array values, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        NDArray array = NestedValues.Dense(values) ?? NestedValues.Of(values);
        return AsType(array, dtype ?? array.DType);
    }

    /// <summary>
    /// An array from a sequence of numbers, of sequences alike in length, or of arrays alike in shape. Its type is the
    /// one that theirs are promoted to unless another is given; float32 where there are none.
    /// </summary>
    /// <exception cref="ArgumentException">Inner sequences differ in length, or an item is neither number nor sequence.</exception>
    [Mlx("core.array")]
    [Mlx("core.asarray")]
    public static NDArray Array(IEnumerable values, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        NDArray array = NestedValues.Of(values);
        return AsType(array, dtype ?? array.DType);
    }
}
