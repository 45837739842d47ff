using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The same array, for whoever reads it only after <paramref name="dependencies"/> were computed, which they are then. Its derivative is that of the array alone.</summary>
    /// <param name="input">The array.</param>
    /// <param name="dependencies">What comes first, of any shapes and types.</param>
    [Mlx("core.depends")]
    public static NDArray Depends(NDArray input, params NDArray[] dependencies)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Depends([input], dependencies)[0];
    }

    /// <summary>The same arrays, for whoever reads one of them only after all <paramref name="dependencies"/> were computed.</summary>
    /// <example><code>
    /// NDArray x = Mx.Ones(3), first = Mx.Exp(x);
    /// NDArray[] y = Mx.Depends([x, x + 1], [first]);
    /// Console.WriteLine(y[1]); // array([2, 2, 2], dtype=float32)
    /// </code></example>
    [Mlx("core.depends")]
    public static NDArray[] Depends(NDArray[] inputs, NDArray[] dependencies)
    {
        Operands.Require(inputs);
        Operands.Require(dependencies);
        return [.. inputs.Select(input => After.All(input, dependencies))];
    }
}

/// <summary>
/// The first input, for whoever is to read it only after the others were computed, if they are computed in the same plan:
/// what is computed again from it does not start, and lie in memory, before it is needed. If they are <paramref name="Required"/>, they are computed.
/// </summary>
internal sealed record After(bool Required) : Linear
{
    private static readonly After Instance = new(false);
    private static readonly After OfAll = new(true);

    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Required), Required)];

    /// <summary>An array that is read only after <paramref name="others"/> were computed, which it sees to.</summary>
    public static NDArray All(NDArray x, NDArray[] others) => others.Length == 0 ? x.Share() : OfAll.Apply([x, .. others]);

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

    /// <summary>The inputs of a node that must be computed before it.</summary>
    public static Node[] RequiredInputs(Node node, Node[] inputs) => node.Primitive is After { Required: false } && inputs.Length > 1 ? inputs[..1] : inputs;

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
        if (!Required && dx[0] is null && Tangents.IsZero(x[0].Node))
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
