using Tangent.Kernels;

namespace Tangent;

/// <summary>One result of a primitive that has several. The transforms pass through it.</summary>
internal sealed record Output(int Index) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Index), Index)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Parts![Index];

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => throw new MissingRuleException(Name, "Lower");

    /// <summary>The results of a node: one, or what its <see cref="Output"/> nodes are.</summary>
    public static NDArray[] Of(Node node)
    {
        if (node.Parts is not { } parts)
            return [node.Handle()];
        var results = new NDArray[parts.Length];
        for (int i = 0; i < results.Length; i++)
            results[i] = new Node(new Output(i), [node], parts[i].Shape, parts[i].DType).Handle();
        return results;
    }

    /// <summary>The shape and type of one of the results of a node.</summary>
    public static ArraySpec Spec(Node node, int index) => node.Parts is { } parts ? parts[index] : node.Spec;
}
