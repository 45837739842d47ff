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
    public static NDArray Array(NDArray values, DType? dtype = null) => values.Literal is null
        ? AsType(values, dtype ?? values.DType)
        : Elementwise.ToType("Array", values, dtype ?? values.DType);

    /// <summary>A copy of a vector, of its element type unless another is given.</summary>
    public static NDArray Array<T>(T[] values, DType? dtype = null) where T : unmanaged => Array<T>(values, values.Length, dtype);

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
        NDArray array = NestedValues.Of(values);
        return AsType(array, dtype ?? array.DType);
    }
}
