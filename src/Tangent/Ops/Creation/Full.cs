namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// An array of a shape filled with a value, which may be an array that broadcasts to the shape. Its type is that of
    /// the value unless given. A floating literal becomes an integer as the elements of an array do (<see cref="AsType"/>); an
    /// integer literal that the type does not hold is refused.
    /// </summary>
    [Mlx("core.full")]
    public static NDArray Full(Shape shape, NDArray vals, DType? dtype = null) => Filled("Full", shape, vals, dtype ?? vals.DType);

    /// <summary>An array of the shape of another, filled with a value; its type is that of the other unless given.</summary>
    [Mlx("core.full_like")]
    public static NDArray FullLike(NDArray x, NDArray vals, DType? dtype = null) => Filled("FullLike", x.Shape, vals, dtype ?? x.DType);

    /// <summary>Zeros of a shape.</summary>
    [Mlx("core.zeros")]
    public static NDArray Zeros(Shape shape, DType dtype = DType.Float32) => Filled("Zeros", shape, 0, dtype);

    /// <summary>Zeros of the shape of another array; their type is that of the other unless given.</summary>
    [Mlx("core.zeros_like")]
    public static NDArray ZerosLike(NDArray x, DType? dtype = null) => FullLike(x, 0, dtype);

    /// <summary>Ones of a shape.</summary>
    [Mlx("core.ones")]
    public static NDArray Ones(Shape shape, DType dtype = DType.Float32) => Filled("Ones", shape, 1, dtype);

    /// <summary>Ones of the shape of another array; their type is that of the other unless given.</summary>
    [Mlx("core.ones_like")]
    public static NDArray OnesLike(NDArray x, DType? dtype = null) => FullLike(x, 1, dtype);

    /// <summary>An array of a shape whose elements nobody should rely on; they are zero, since memory is only taken when it is written.</summary>
    [Mlx("core.empty")]
    public static NDArray Empty(Shape shape, DType dtype = DType.Float32) => Filled("Empty", shape, 0, dtype);

    /// <summary>An array like another whose elements nobody should rely on.</summary>
    [Mlx("core.empty_like")]
    public static NDArray EmptyLike(NDArray x, DType? dtype = null) => ZerosLike(x, dtype);

    private static NDArray Filled(string function, Shape shape, NDArray vals, DType dtype)
    {
        shape.Require(function, dtype);
        NDArray value = Elementwise.ToType(function, vals, dtype);
        if (Elementwise.BroadcastShapes(function, value.Shape, shape) != shape)
            throw new ArgumentException($"{function}: values of shape {value.Shape} do not broadcast to {shape}.", nameof(vals));
        return BroadcastTo(value, shape);
    }
}
