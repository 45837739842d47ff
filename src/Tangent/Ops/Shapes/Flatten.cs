namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The array with the axes from <paramref name="startAxis"/> to <paramref name="endAxis"/> joined into one, in
    /// row-major order. Axes beyond the ends count as the ends; a scalar becomes an array of one element.
    /// </summary>
    [Mlx("core.flatten")]
    public static NDArray Flatten(NDArray x, int startAxis = 0, int endAxis = -1)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank == 0)
            return Reshape(x, 1);
        int start = Math.Max(0, startAxis < 0 ? startAxis + x.Rank : startAxis);
        int end = Math.Min(x.Rank - 1, endAxis < 0 ? endAxis + x.Rank : endAxis);
        if (start > end)
            throw new ArgumentException($"Flatten: axes {startAxis} to {endAxis} of shape {x.Shape} are no run of axes.", nameof(startAxis));
        int[] lengths = x.Shape.Lengths;
        return Reshape(x, [.. lengths[..start], Joined("Flatten", x.Shape, start, end + 1), .. lengths[(end + 1)..]]);
    }

    /// <summary>The array with one axis divided into several; one of their lengths may be -1 and is then inferred.</summary>
    [Mlx("core.unflatten")]
    public static NDArray Unflatten(NDArray x, int axis, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(x);
        int place = Axes.Normalize("Unflatten", axis, x.Rank);
        if (shape.Rank == 0)
            throw new ArgumentException($"Unflatten: axis {axis} of shape {x.Shape} cannot become no axis.", nameof(shape));
        Shape parts = Tangent.Reshape.Complete(x.Shape[place], shape);
        return Reshape(x, [.. x.Shape.Lengths[..place], .. parts, .. x.Shape.Lengths[(place + 1)..]]);
    }

    /// <summary>The number of elements that the axes from <paramref name="start"/> to before <paramref name="end"/> hold together.</summary>
    private static int Joined(string function, Shape shape, int start, int end)
    {
        long length = Kernels.Layout.CountOf(shape.Lengths.AsSpan(start, end - start));
        return length <= int.MaxValue
            ? (int)length
            : throw new ArgumentException($"{function}: the {length} elements of shape {shape} do not fit one axis.", nameof(shape));
    }
}
