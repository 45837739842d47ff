using Tangent.Kernels;

namespace Tangent;

/// <summary>An elementwise function whose derivative is zero wherever it exists, or whose result is no number: comparisons, floor, logic.</summary>
internal abstract record NonDifferentiable : Primitive
{
    /// <summary>The scalar operation.</summary>
    protected abstract ScalarOp Op { get; }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape, ScalarOperations.Of(Op).Result(x[0].DType));

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) =>
        x.Length == 1 ? MapKernel.Unary(Op, x[0].DType) : MapKernel.Binary(Op, x[0].DType);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => null;

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => new NDArray?[x.Length];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);
}
