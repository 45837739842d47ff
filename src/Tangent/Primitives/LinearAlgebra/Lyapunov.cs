namespace Tangent;

/// <summary>
/// X of R·X + X·R = C for Hermitian R without negative eigenvalues; inputs are R and C. Where two eigenvalues of R are zero the part of C that
/// belongs to them must be zero too, and that of X is; otherwise it is NaN.
/// </summary>
internal sealed record Lyapunov : Composite
{
    /// <summary>The solution.</summary>
    public static NDArray Of(NDArray r, NDArray c) => Shared<Lyapunov>.Instance.Apply(r, c);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[1].Spec;

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        (NDArray w, NDArray v) = Mx.Linalg.Eigh(x[0]);
        NDArray vh = Matrices.Adjoint(v), sum = Matrices.Row(w) + Matrices.Column(w);
        NDArray isZero = Mx.LessEqual(sum, Matrices.Scalar(Mx.Max(w, -1)) * (8 * w.Shape[^1] * Matrices.Epsilon(w.DType)));
        return Mx.MatMul(Mx.MatMul(v, DivideByGap.Of(Mx.MatMul(Mx.MatMul(vh, x[1]), v), sum, isZero)), vh);
    }

    /// <summary>R·dX + dX·R = dC − dR·X − X·dR</summary>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray? change = dx[0] is { } dr ? -(Mx.MatMul(dr, y) + Mx.MatMul(y, dr)) : null;
        return Of(x[0], Tangents.Add(dx[1], change)!);
    }

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Transposition.OfJvp(this, x, active, [y], [ct]);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 1 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [null, Of(Matrices.Flip(Known(x[0])), ct)];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
