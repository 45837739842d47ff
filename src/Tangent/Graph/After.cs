using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The first input, for whoever is to read it only after the others were computed, if they are computed in the same plan:
/// what is computed again from it does not start, and lie in memory, before it is needed.
/// </summary>
internal sealed record After : Linear
{
    private static readonly After Instance = new();

    /// <summary>Arrays that are read only after <paramref name="others"/> were computed.</summary>
    public static NDArray[] Of(NDArray[] x, NDArray?[] others)
    {
        NDArray[] known = [.. others.Where(other => other is not null).Select(other => other!)];
        return [.. x.Select(array => Instance.Apply([array, .. known]))];
    }

    /// <summary>
    /// Zeros that are written only after what stood in their place was taken out: a plan can then write them in place, and the
    /// cotangent of a loop over the rows of an array costs a row for each.
    /// </summary>
    public static NDArray Zeros(NDArray? taken, ArraySpec spec) => taken is null ? Tangents.Zeros(spec) : Of([Tangents.Zeros(spec)], [taken])[0];

    /// <summary>The inputs of a node that it computes from, not those that it only waits for.</summary>
    public static Node[] DataInputs(Node node) => DataInputs(node, node.Inputs);

    /// <inheritdoc cref="DataInputs(Node)"/>
    public static Node[] DataInputs(Node node, Node[] inputs) => node.Primitive is After && inputs.Length > 1 ? inputs[..1] : inputs;

    /// <inheritdoc/>
    public override bool IsView => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new ReshapeView(y.Shape.Lengths);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        // The tangents of zeros that wait are zeros that wait for the tangents.
        if (dx[0] is null && Tangents.IsZero(x[0].Node))
            return Of([Tangents.Zeros(y.Spec)], dx[1..])[0];
        return base.Jvp(x, dx, y);
    }

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => ct;

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input) => support;

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Place;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(x), axes[0]);
}
