using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Elements of <paramref name="x"/> where <paramref name="condition"/> is not zero, else of <paramref name="y"/>,
    /// after promotion and broadcasting. Tangents are chosen alike: the branch not taken contributes nothing.
    /// </summary>
    [Mlx("core.where")]
    [MethodImpl(MethodImplOptions.NoInlining)] // see Binary
    public static NDArray Where(NDArray condition, NDArray x, NDArray y)
    {
        Elementwise.Align("Where", ref x, ref y);
        ArgumentNullException.ThrowIfNull(condition);
        if (x.Literal is not null && y.Literal is not null && condition.Literal is not null)
            return Literals.Choose(condition, x, y);
        condition = Elementwise.ToBool(condition);
        Shape shape = Elementwise.BroadcastShapes("Where", condition.Shape, x.Shape);
        return Shared<Where>.Instance.Apply(Elementwise.Broadcast(condition, shape), Elementwise.Broadcast(x, shape), Elementwise.Broadcast(y, shape));
    }
}

/// <summary>condition ? x : y</summary>
internal sealed record Where : Primitive
{
    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[1].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Select(y.DType);

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y) =>
        Mx.Where(x[0], Tangents.OrZeros(dx[1], y.Spec), Tangents.OrZeros(dx[2], y.Spec));

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [null, active[1] ? ct : null, active[2] ? ct : null];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 0 ? Linearity.None : Linearity.Together;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [null, x[1] is null ? ct : null, x[2] is null ? ct : null];

    /// <inheritdoc/>
    public override Support SupportOf(Node node, int input) => Support.Where(node.Inputs[0].Handle(), input == 1);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);
}
