using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>-1, 0 or 1 by the sign of each element, of its type; x/|x| of complex numbers, 0 at 0.</summary>
    [Mlx("core.sign")]
    public static NDArray Sign(NDArray x) => Unary.Apply<Sign>(x);
}

/// <summary>The sign of x: constant but at 0 where x is real; on the unit circle where x is complex.</summary>
internal sealed record Sign : Primitive
{
    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Unary(ScalarOp.Sign, x[0].DType);

    /// <summary>A point on the circle moves along it: the part of dx that is not along x, over |x|.</summary>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        if (!y.DType.IsComplex)
            return null;
        NDArray modulus = Mx.Abs(x[0]);
        NDArray angle = Mx.Imag(Mx.Conjugate(y) * dx[0]!) / Mx.Where(Mx.Equal(modulus, 0), 1, modulus);
        return y * MakeComplex.Of(null, angle);
    }

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        y.DType.IsComplex ? base.Vjp(x, active, y, ct) : [null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);
}
