namespace Tangent;

public static partial class Mx
{
    /// <summary>The shape that all the given shapes broadcast to.</summary>
    [Mlx("core.broadcast_shapes")]
    public static Shape BroadcastShapes(params Shape[] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return shapes.Aggregate(Shape.Scalar, (x, y) => Elementwise.BroadcastShapes("BroadcastShapes", x, y));
    }

    /// <summary>The arrays, each repeated without copying to the shape that all of them broadcast to.</summary>
    [Mlx("core.broadcast_arrays")]
    public static NDArray[] BroadcastArrays(params NDArray[] arrays)
    {
        Operands.Require(arrays);
        Shape shape = arrays.Aggregate(Shape.Scalar, (x, y) => Elementwise.BroadcastShapes("BroadcastArrays", x, y.Shape));
        return [.. arrays.Select(array => BroadcastTo(array, shape))];
    }
}
