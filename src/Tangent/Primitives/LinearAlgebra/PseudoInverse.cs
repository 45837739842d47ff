using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>
        /// The pseudoinverse of Moore and Penrose: singular values up to the larger side times the spacing of numbers times the largest one count
        /// as 0. Derivatives hold where the rank does not change.
        /// </summary>
        /// <param name="a">[..., m, n]</param>
        /// <returns>[..., n, m]</returns>
        /// <exception cref="ArgumentException">There are no matrices, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.pinv")]
        public static NDArray PInv(NDArray a)
        {
            a = Matrices.Of("Linalg.PInv", a);
            return new PseudoInverse(PseudoInverse.DefaultTolerance(a.Shape, a.DType)).Apply(a);
        }
    }
}

/// <summary>The pseudoinverse; the bound below which singular values are 0 is relative to the largest.</summary>
internal sealed record PseudoInverse(double Tolerance) : Composite
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Tolerance), Tolerance)];

    /// <summary>The bound for matrices, if no other is given.</summary>
    public static double DefaultTolerance(Shape shape, DType dtype) => Math.Max(shape[^1], shape[^2]) * Matrices.Epsilon(dtype);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Matrices.With(x[0].Shape, x[0].Shape[^1], x[0].Shape[^2]), x[0].DType);

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        NDArray[] svd = new Svd(false).ApplyAll([x[0]]);
        NDArray s = svd[1];
        if (s.Shape[^1] == 0)
            return Tangents.Zeros(new(Matrices.With(x[0].Shape, x[0].Shape[^1], x[0].Shape[^2]), x[0].DType));
        NDArray isZero = Mx.LessEqual(s, Mx.Max(s, -1, true) * Tolerance);
        NDArray inverse = Mx.Where(isZero, 0, 1 / Mx.Where(isZero, 1, s));
        return Mx.MatMul(Matrices.Adjoint(svd[2]) * Matrices.Row(inverse), Matrices.Adjoint(svd[0]));
    }

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray a = x[0], da = dx[0]!, adjoint = Matrices.Adjoint(da), ph = Matrices.Adjoint(y);
        NDArray left = Mx.MatMul(Mx.MatMul(y, ph), adjoint), right = Mx.MatMul(adjoint, Mx.MatMul(ph, y));
        return left - Mx.MatMul(Mx.MatMul(left, a), y) + (right - Mx.MatMul(y, Mx.MatMul(a, right))) - Mx.MatMul(Mx.MatMul(y, da), y);
    }

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Transposition.OfJvp(this, x, active, [y], [ct]);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
