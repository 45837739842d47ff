using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// A primitive with several results. Its node has no value of its own; <see cref="Project"/> nodes pick the results.
/// A null in a list of results' tangents or cotangents is zero.
/// </summary>
internal abstract record Multiple : Primitive
{
    /// <summary>Shapes and element types of the results.</summary>
    public abstract ArraySpec[] InferAll(Node[] x);

    /// <summary>The tangents of the results; by default those of the composition, whose work evaluation shares.</summary>
    public virtual NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        NDArray[] inputs = Alias.Of(x, null);
        return Forward.Push(inputs, dx, ExpandAll(inputs) ?? throw new MissingRuleException(Name, "Jvp"));
    }

    /// <summary>The cotangents of the inputs in which <paramref name="active"/> is set, from those of the results.</summary>
    public abstract NDArray?[] VjpAll(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct);

    /// <summary>The operation on a batch.</summary>
    public abstract Batched[] VmapAll(NDArray[] x, int?[] axes);

    /// <summary>The composition that stands for this primitive; null if it has a kernel of its own.</summary>
    public virtual NDArray[]? ExpandAll(NDArray[] x) => null;

    /// <inheritdoc/>
    public sealed override ArraySpec Infer(Node[] x) => new(Shape.Scalar, DType.Bool);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => throw new MissingRuleException(Name, "Lower");

    /// <summary>New nodes of the graph, one handle a result.</summary>
    public NDArray[] ApplyAll(NDArray[] x)
    {
        Node[] inputs = NDArray.NodesOf(x);
        ArraySpec[] parts = InferAll(inputs);
        var node = new Node(this, inputs, Shape.Scalar, DType.Bool) { Parts = parts };
        return Results(node);
    }

    /// <summary>The results of a node of this primitive.</summary>
    public static NDArray[] Results(Node node)
    {
        var results = new NDArray[node.Parts!.Length];
        for (int i = 0; i < results.Length; i++)
            results[i] = new Node(new Project(i), [node], node.Parts[i].Shape, node.Parts[i].DType).Handle();
        return results;
    }
}
