namespace Tangent;

/// <summary>What reductions share: axes, kept dimensions, element types and batching.</summary>
internal static class Folding
{
    /// <summary>Applies a reduction over the chosen axes, and puts them back with length 1 if asked to.</summary>
    public static NDArray Apply(string function, NDArray x, Axes? axis, bool keepdims, Func<Axes, Primitive> primitive)
    {
        ArgumentNullException.ThrowIfNull(x);
        int[] axes = Axes.Normalize(function, axis, x.Rank);
        NDArray y = axes.Length == 0 ? x.Share() : primitive(new Axes(axes)).Apply(x);
        return keepdims && axes.Length > 0 ? Mx.ExpandDims(y, new Axes(axes)) : y;
    }

    /// <summary>The type in which bool and narrow integers add up and multiply.</summary>
    public static NDArray Widen(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType switch
        {
            DType.Bool or DType.Int8 or DType.Int16 => Mx.AsType(x, DType.Int32),
            DType.UInt8 or DType.UInt16 => Mx.AsType(x, DType.UInt32),
            _ => x,
        };
    }

    /// <summary>Where elements are not zero, complex ones in either part.</summary>
    public static NDArray IsNonzero(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsComplex ? Mx.NotEqual(x, 0) : Mx.AsType(x, DType.Bool);
    }

    /// <summary>16-bit floating types as float32: their own range and precision do not hold a sum of many elements.</summary>
    public static NDArray Precise(NDArray x) => x.DType.IsHalf ? Mx.AsType(x, DType.Float32) : x;

    /// <summary>How many elements are reduced to one.</summary>
    public static long Count(string function, Shape shape, Axes? axis)
    {
        long count = 1;
        foreach (int place in Axes.Normalize(function, axis, shape.Rank))
            count *= shape[place];
        return count;
    }

    /// <summary>Throws if a reduction that has no value for no elements would meet none.</summary>
    public static void RequireElements(string function, Shape shape, Axes? axis)
    {
        if (Count(function, shape, axis) == 0)
            throw new ArgumentException($"{function}: shape {shape} has no elements along {(axis is { } axes ? $"axes {axes}" : "its axes")}.", nameof(axis));
    }

    /// <summary>A result without the reduced axes, repeated along them to a shape.</summary>
    public static NDArray Spread(NDArray y, Axes axes, Shape shape) => Mx.BroadcastTo(Mx.ExpandDims(y, axes), shape);

    /// <summary>Axes of an example as axes of a batch.</summary>
    public static Axes Shift(Axes axes, int batch) => new([.. axes.Select(axis => axis < batch ? axis : axis + 1)]);

    /// <summary>The reduction of a batch: the same axes of each example.</summary>
    public static Batched Vmap(NDArray x, int batch, Axes axes, Func<Axes, Primitive> primitive)
    {
        Axes shifted = Shift(axes, batch);
        return new(primitive(shifted).Apply(x), batch - shifted.Count(axis => axis < batch));
    }
}
