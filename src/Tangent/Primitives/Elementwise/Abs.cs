using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The absolute value of each element, of its type; the modulus of complex numbers, float32. The derivative at 0 is 0.</summary>
    [Mlx("core.abs")]
    public static NDArray Abs(NDArray x) => x.DType == DType.Bool || x.DType.IsUnsigned ? x.Share() : Unary.Apply<Abs>(x);
}

/// <summary>|x|, whose derivative is sign(x), conjugated where x is complex.</summary>
internal sealed record Abs : Primitive
{
    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape, x[0].DType.IsComplex ? DType.Float32 : x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Unary(ScalarOp.Abs, x[0].DType);

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Mx.Real(dx[0]! * Slope(x[0]));

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [ct * Slope(x[0])];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);

    private static NDArray Slope(NDArray x) => Mx.Conjugate(Mx.Sign(x));
}
