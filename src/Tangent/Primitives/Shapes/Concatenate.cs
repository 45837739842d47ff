using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Arrays one after the other along an axis, promoted to one type; their other axes must be alike. A null axis
    /// joins the flattened arrays.
    /// </summary>
    [Mlx("core.concatenate")]
    [Mlx("core.concat")]
    public static NDArray Concatenate(IReadOnlyList<NDArray> arrays, int? axis = 0)
    {
        Operands.Require(arrays);
        if (arrays.Count == 0)
            throw new ArgumentException("Concatenate: there are no arrays.", nameof(arrays));
        DType dtype = ResultType([.. arrays.Select(array => array.DType)]);
        NDArray[] x = [.. arrays.Select(array => AsType(axis is null ? Flatten(array) : array, dtype))];
        int along = Axes.Normalize("Concatenate", axis ?? 0, x[0].Rank);
        for (int i = 1; i < x.Length; i++)
            if (x[i].Rank != x[0].Rank || x[i].Shape.With(along, 0) != x[0].Shape.With(along, 0))
                throw new ArgumentException($"Concatenate: array {i} has shape {x[i].Shape}, array 0 has {x[0].Shape}; only axis {along} may differ.", nameof(arrays));
        return x.Length == 1 ? x[0].Share() : new Concatenate(along).Apply(x);
    }
}

/// <summary>Arrays one after the other along an axis; linear in all of them together.</summary>
internal sealed record Concatenate(int Axis) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        long length = x.Sum(node => (long)node.Shape[Axis]);
        if (length > int.MaxValue)
            throw new ArgumentException($"{Name}: {length} elements along axis {Axis} are more than an axis can have.");
        return new(x[0].Shape.With(Axis, (int)length), x[0].DType);
    }

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new ConcatenateKernel(Axis);

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y) =>
        Apply([.. dx.Select((tangent, i) => Tangents.OrZeros(tangent, x[i].Spec))]);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        Parts(ct, active, [.. x.Select(array => array.Shape)]);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.Together;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) =>
        Parts(ct, [.. x.Select(array => array is null)], [.. inputs.Select(spec => spec.Shape)]);

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input) =>
        support?.Arranged(Part, (node.Inputs[..input].Sum(before => before.Shape[Axis]), node.Inputs[input].Shape[Axis]));

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Moved;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        (NDArray[] aligned, int axis) = Batching.Align(x, axes);
        return new(new Concatenate(Axis < axis ? Axis : Axis + 1).Apply(aligned), axis);
    }

    private NDArray?[] Parts(NDArray ct, bool[] wanted, Shape[] shapes)
    {
        var parts = new NDArray?[shapes.Length];
        int start = 0;
        for (int i = 0; i < shapes.Length; i++)
        {
            int length = shapes[i][Axis];
            parts[i] = wanted[i] ? Slice.Along(ct, Axis, start, length) : null;
            start += length;
        }
        return parts;
    }

    private NDArray Part(NDArray whole, (int Start, int Length) of) => Slice.Along(whole, Axis, of.Start, of.Length);
}
