namespace Tangent;

/// <summary>The same value as another node: the input of a trace, so that its graph starts here.</summary>
internal sealed record Alias : Linear
{
    private static readonly Alias Instance = new();

    /// <summary>New handles on the values of <paramref name="x"/> that belong to a trace, if one is given.</summary>
    public static NDArray[] Of(NDArray[] x, Trace? trace)
    {
        var inputs = new NDArray[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            Node node = x[i].Node;
            inputs[i] = new Node(Instance, [node], node.Shape, node.DType, trace).Handle();
        }
        return inputs;
    }

    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override bool IsView => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernels.Kernel Lower(Node[] x, ArraySpec y) => new Kernels.ReshapeView(y.Shape.Lengths);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => ct;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(x[0], axes[0]);
}
