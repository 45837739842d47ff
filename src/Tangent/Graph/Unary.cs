using Tangent.Kernels;

namespace Tangent;

/// <summary>An elementwise function of one array that keeps its type, and whose tangent is <c>dx</c> times a derivative.</summary>
internal abstract record Unary : Primitive
{
    /// <summary>The scalar operation.</summary>
    protected abstract ScalarOp Op { get; }

    /// <summary>A node of the parameterless primitive <typeparamref name="T"/>; a literal of a literal.</summary>
    public static NDArray Apply<T>(NDArray x) where T : Primitive, new() =>
        x.Literal is null ? Shared<T>.Instance.Apply(x) : Literals.Apply(Shared<T>.Instance, x);

    /// <summary>dy/dx at <paramref name="x"/>, where the value is <paramref name="y"/>; null where it is zero everywhere.</summary>
    protected abstract NDArray? Derivative(NDArray x, NDArray y);

    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Unary(Op, x[0].DType);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Derivative(x[0], y) is { } slope ? dx[0]! * slope : null;

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [Derivative(x[0], y) is { } slope ? ct * slope : null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(x[0]), axes[0]);
}
