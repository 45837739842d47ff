namespace Tangent;

/// <summary>The Hermitian R without negative eigenvalues of which R·R is the Hermitian part of the input; NaN where that has negative ones beyond rounding.</summary>
internal sealed record HermitianRoot : Composite
{
    /// <summary>The root.</summary>
    public static NDArray Of(NDArray a) => Shared<HermitianRoot>.Instance.Apply(a);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        (NDArray w, NDArray v) = Mx.Linalg.Eigh(Matrices.Hermitian(x[0]));
        NDArray rounding = Mx.Max(Mx.Abs(w), -1, true) * (8 * w.Shape[^1] * Matrices.Epsilon(w.DType));
        NDArray root = Mx.Sqrt(Mx.Where(Mx.LessEqual(Mx.Abs(w), rounding), 0, w));
        return Mx.MatMul(v * Matrices.Row(root), Matrices.Adjoint(v));
    }

    /// <summary>R·dR + dR·R = dA, whose solution needs no distinct eigenvalues.</summary>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Lyapunov.Of(y, Matrices.Hermitian(dx[0]!));

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Transposition.OfJvp(this, x, active, [y], [ct]);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
