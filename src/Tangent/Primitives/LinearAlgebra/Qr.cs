using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>Q·R = a with orthonormal columns of Q and upper triangular R, whose diagonal is real. Derivatives need independent columns (the first ones, if a is wide).</summary>
        /// <param name="a">[..., m, n]</param>
        /// <returns>Q [..., m, k] and R [..., k, n], where k is the smaller side.</returns>
        /// <exception cref="ArgumentException">There are no matrices, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.qr")]
        public static (NDArray Q, NDArray R) Qr(NDArray a) => Qr(a, false);

        /// <summary>The same, with a square Q [..., m, m] and R [..., m, n] if <paramref name="complete"/>; then it has no derivative where m &gt; n.</summary>
        /// <exception cref="ArgumentException">There are no matrices, or the type is a 16-bit float.</exception>
        /// <exception cref="MissingRuleException">A complete Q of more rows than columns is differentiated: its last columns are any basis.</exception>
        [Mlx("core.linalg.qr")]
        public static (NDArray Q, NDArray R) Qr(NDArray a, bool complete)
        {
            NDArray[] parts = new Qr(complete && a.Rank >= 2 && a.Shape[^2] > a.Shape[^1]).ApplyAll([Matrices.Of("Linalg.Qr", a)]);
            return (parts[0], parts[1]);
        }
    }
}

/// <summary>Q and R.</summary>
internal sealed record Qr(bool Complete) : MultiOutput
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Complete), Complete)];

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x)
    {
        int rows = x[0].Shape[^2], columns = x[0].Shape[^1], width = Complete ? rows : Math.Min(rows, columns);
        return [new(Matrices.With(x[0].Shape, rows, width), x[0].DType), new(Matrices.With(x[0].Shape, width, columns), x[0].DType)];
    }

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new QrKernel(Complete);

    /// <inheritdoc/>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        if (Complete)
            throw MissingRuleException.NotDifferentiable("Linalg.Qr", "the last columns of a complete Q are any basis of what the columns of a do not reach; take Qr(a).");
        int rows = x[0].Shape[^2], columns = x[0].Shape[^1];
        NDArray q = y[0], r = y[1], da = dx[0]!;
        if (rows >= columns)
        {
            (NDArray tangent, NDArray upper) = Tall(q, r, da);
            return [tangent, upper];
        }
        (NDArray dq, NDArray left) = Tall(q, Matrices.Part(r, rows, rows), Matrices.Part(da, rows, rows));
        NDArray right = Mx.MatMul(Matrices.Adjoint(dq), Matrices.ColumnsFrom(x[0], rows)) + Mx.MatMul(Matrices.Adjoint(q), Matrices.ColumnsFrom(da, rows));
        return [dq, Mx.Concatenate([left, right], -1)];
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);

    // With X = Qᴴ·da·R⁻¹ and Ω its lower triangle less the adjoint of that: dQ = da·R⁻¹ − Q(X − Ω), dR = (X − Ω)R.
    private static (NDArray Q, NDArray R) Tall(NDArray q, NDArray r, NDArray da)
    {
        NDArray quotient = Matrices.RightSolve(da, r);
        NDArray x = Mx.MatMul(Matrices.Adjoint(q), quotient), below = Mx.Tril(x, -1);
        NDArray omega = below - Matrices.Adjoint(below);
        if (x.DType.IsComplex)
            omega = Mx.Where(Matrices.OnDiagonal(x.Shape[^1]), MakeComplex.Of(null, Mx.Imag(x)), omega);
        NDArray upper = x - omega;
        return (quotient - Mx.MatMul(q, upper), Mx.Triu(Mx.MatMul(upper, r)));
    }
}
