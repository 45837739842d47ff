namespace Tangent;

/// <summary>What reductions share: axes, kept dimensions and batching.</summary>
internal static class Reduction
{
    /// <summary>Applies a reduction over the chosen axes, and puts them back with length 1 if asked to.</summary>
    public static NDArray Apply(string function, NDArray x, Axes? axis, bool keepdims, Func<Axes, Primitive> primitive)
    {
        int[] axes = Axes.Normalize(function, axis, x.Rank);
        NDArray y = axes.Length == 0 ? x : primitive(new Axes(axes)).Apply(x);
        return keepdims && axes.Length > 0 ? Mx.ExpandDims(y, new Axes(axes)) : y;
    }

    /// <summary>The type in which bool and narrow integers add up and multiply.</summary>
    public static NDArray Widen(NDArray x) => x.DType switch
    {
        DType.Bool or DType.Int8 or DType.Int16 => Mx.AsType(x, DType.Int32),
        DType.UInt8 or DType.UInt16 => Mx.AsType(x, DType.UInt32),
        _ => x,
    };

    /// <summary>The reduction of a batch: the same axes of each example.</summary>
    public static Batched Vmap(NDArray x, int batch, Axes axes, Func<Axes, Primitive> primitive)
    {
        int[] shifted = [.. axes.Select(axis => axis < batch ? axis : axis + 1)];
        return new(primitive(new Axes(shifted)).Apply(x), batch - shifted.Count(axis => axis < batch));
    }
}
