using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The array with its axes in another order: axis <c>i</c> of the result is axis <c>axes[i]</c>. Without axes the order is reversed.</summary>
    [Mlx("core.transpose")]
    public static NDArray Transpose(NDArray x, Axes? axes = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        var order = new int[axes?.Count ?? x.Rank];
        for (int i = 0; i < order.Length; i++)
            order[i] = axes is { } given ? Axes.Normalize("Transpose", given[i], x.Rank) : x.Rank - 1 - i;
        int[] all = Axes.All(x.Rank);
        if (order.Length != x.Rank || System.Array.Exists(all, axis => System.Array.IndexOf(order, axis) < 0))
            throw new ArgumentException($"Transpose: {axes} is not an order of the {x.Rank} axes of shape {x.Shape}.", nameof(axes));
        return order.AsSpan().SequenceEqual(all) ? x.Share() : new PermuteDims(new Axes(order)).Apply(x);
    }

    /// <summary>The array with its axes in another order; the same as <see cref="Transpose"/>.</summary>
    [Mlx("core.permute_dims")]
    public static NDArray PermuteDims(NDArray x, Axes? axes = null) => Transpose(x, axes);

    /// <summary>The array with one axis moved to another place; the others keep their order.</summary>
    [Mlx("core.moveaxis")]
    public static NDArray MoveAxis(NDArray x, int source, int destination)
    {
        ArgumentNullException.ThrowIfNull(x);
        int from = Axes.Normalize("MoveAxis", source, x.Rank);
        int to = Axes.Normalize("MoveAxis", destination, x.Rank);
        List<int> order = [.. Enumerable.Range(0, x.Rank)];
        order.RemoveAt(from);
        order.Insert(to, from);
        return Transpose(x, order.ToArray());
    }
}

/// <summary>A new order of axes.</summary>
internal sealed record PermuteDims(Axes Order) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Order), Order)];

    /// <inheritdoc/>
    public override bool IsView => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(new Shape(Array.ConvertAll(Order.Values, axis => x[0].Shape[axis])), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new PermuteView(Order.Values);

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input) => support?.Arranged(Transpose, node.Inputs[0].Spec);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x)
    {
        var inverse = new int[Order.Count];
        for (int axis = 0; axis < inverse.Length; axis++)
            inverse[Order[axis]] = axis;
        return Mx.Transpose(ct, inverse);
    }

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Moved;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        NDArray front = Batching.Move(new(x[0], axes[0]), 0);
        return new(Mx.Transpose(front, new Axes([0, .. Order.Select(axis => axis + 1)])), 0);
    }
}
