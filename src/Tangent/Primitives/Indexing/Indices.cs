namespace Tangent;

/// <summary>Brings arrays of indices to one shape, and lets them address the examples of a batch.</summary>
internal static class Indices
{
    /// <summary>Arrays of integers, broadcast to one shape.</summary>
    public static NDArray[] Align(string function, NDArray[] indices)
    {
        Shape shape = Shape.Scalar;
        foreach (NDArray index in indices)
        {
            Require(function, index);
            shape = Elementwise.BroadcastShapes(function, shape, index.Shape);
        }
        return [.. indices.Select(index => Mx.BroadcastTo(index, shape))];
    }

    /// <summary>Refuses indices that are no integers.</summary>
    public static void Require(string function, NDArray index)
    {
        if (!index.DType.IsInteger)
            throw new ArgumentException($"{function}: the indices are {index.DType.Name()}; they must be integers.", nameof(index));
    }

    /// <summary>The place from 0 of an index that counts from the end if it is negative.</summary>
    public static int Place(string function, long index, Shape shape, int axis)
    {
        int length = shape[axis];
        if (index < -length || index >= length)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"{function}: index {index} is out of range for axis {axis} of shape {shape}.");
        return (int)(index < 0 ? index + length : index);
    }

    /// <summary>Axes of one example as axes of a batch whose examples lie along axis 0.</summary>
    public static Axes Shift(Axes axes) => new([.. axes.Select(axis => axis + 1)]);

    /// <summary>Arrays of one index shape, some of them one for each example, with the examples along axis 0.</summary>
    public static NDArray[] Spread(NDArray[] indices, int?[] axes, int length) =>
        [.. indices.Select((index, i) => Batching.Spread(index, axes[i], 0, length))];

    /// <summary>The number of each example, in the shape of batched indices.</summary>
    public static NDArray Examples(Shape indices) =>
        Mx.BroadcastTo(Iota.Along(0, indices.Rank, indices[0], DType.Int32), indices);
}
