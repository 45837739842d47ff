using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>
        /// a = U·diag(S)·Vt with square U and Vt, and singular values S in descending order. Where a is not square the vectors beyond the smaller
        /// side are any basis: then U and Vt have no derivative; take <see cref="Svd(NDArray, bool, bool)"/> without full matrices. Vectors are
        /// determined up to a sign (a phase), and their derivatives where their values are distinct. Among vectors of equal values the reverse
        /// derivative counts what turns them as nothing if the result does not depend on their choice: right for what treats equal values
        /// alike, as norms, projectors and U·Vt do. It is NaN if the result depends on the choice, and for what weighs both vectors by their values,
        /// as U·diag(S)·Vt does: its derivative there cannot be told from those of U, S and Vt.
        /// </summary>
        /// <param name="a">[..., m, n]</param>
        /// <returns>U [..., m, m], S [..., k], Vt [..., n, n], where k is the smaller side.</returns>
        /// <exception cref="ArgumentException">There are no matrices, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.svd")]
        public static (NDArray U, NDArray S, NDArray Vt) Svd(NDArray a)
        {
            NDArray[] parts = Tangent.Svd.Of(a, true);
            return (parts[0], parts[1], parts[2]);
        }

        /// <summary>U, S and Vt, or S alone if not <paramref name="computeUv"/>; not full, U is [..., m, k] and Vt [..., k, n].</summary>
        /// <exception cref="ArgumentException">There are no matrices, or the type is a 16-bit float.</exception>
        /// <exception cref="MissingRuleException">Full matrices of an a that is not square are differentiated.</exception>
        [Mlx("core.linalg.svd")]
        public static NDArray[] Svd(NDArray a, bool computeUv, bool fullMatrices = true) =>
            computeUv ? Tangent.Svd.Of(a, fullMatrices) : [SingularValues(a)];

        /// <summary>The singular values [..., k] in descending order; where they coincide their tangents are those of this order's vectors.</summary>
        /// <exception cref="ArgumentException">There are no matrices, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.svd")]
        public static NDArray SingularValues(NDArray a) => Shared<SingularValues>.Instance.Apply(Matrices.Of("Linalg.SingularValues", a));
    }
}

/// <summary>U, S and Vᴴ.</summary>
internal sealed record Svd(bool Full) : MultiOutput
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Full), Full)];

    private static readonly Svd Thin = new(false);

    /// <summary>The three results; square matrices are full anyway.</summary>
    public static NDArray[] Of(NDArray a, bool full)
    {
        NDArray x = Matrices.Of("Linalg.Svd", a);
        return new Svd(full && x.Shape[^1] != x.Shape[^2]).ApplyAll([x]);
    }

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x)
    {
        Shape shape = x[0].Shape;
        int rows = shape[^2], columns = shape[^1], count = Math.Min(rows, columns);
        return
        [
            new(Matrices.With(shape, rows, Full ? rows : count), x[0].DType),
            new(Matrices.With(shape, count), Matrices.RealType(x[0].DType)),
            new(Matrices.With(shape, Full ? columns : count, columns), x[0].DType),
        ];
    }

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new SvdKernel(true, Full);

    /// <summary>
    /// With P = Uᴴ·da·V: dS = Re diag P, and X = Uᴴ·dU, Y = Vᴴ·dV are the solution of P = X·S − S·Y + dS: X + Y is P + Pᴴ by the
    /// differences of values, X − Y is P − Pᴴ by their sums.
    /// </summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        if (Full)
            return [NoTangent.Of(y[0]), Thin.JvpAll(x, dx, Thin.ApplyAll(x))[1], NoTangent.Of(y[2])];
        NDArray s = y[1], da = dx[0]!;
        int count = s.Shape[^1];
        NDArray u = y[0], vh = y[2], uh = Matrices.Adjoint(u), v = Matrices.Adjoint(vh);
        NDArray p = Mx.MatMul(Mx.MatMul(uh, da), v), adjoint = Matrices.Adjoint(p);
        NDArray ds = Mx.Real(Matrices.Diagonal(p));
        (NDArray gap, NDArray isSame) = DivideByGap.Gaps(s);
        (NDArray sum, NDArray isZero) = Sums(s);
        NDArray together = DivideByGap.Of(Matrices.OffDiagonal(p + adjoint), gap, isSame), apart = DivideByGap.Of(p - adjoint, sum, isZero);
        NDArray du = Mx.MatMul(u, (together + apart) * 0.5), dv = Mx.MatMul(v, (together - apart) * 0.5);
        if (u.Shape[^2] > count)
            du += Beyond(u, uh, Mx.MatMul(da, v), s, null);
        if (v.Shape[^2] > count)
            dv += Beyond(v, vh, Mx.MatMul(Matrices.Adjoint(da), u), s, null);
        return [du, ds, Matrices.Adjoint(dv)];
    }

    /// <summary>The adjoint of the above, which can tell rounding errors of differences that vanish from what does not.</summary>
    public override NDArray?[] VjpAll(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct)
    {
        if (Full && (ct[0] is not null || ct[2] is not null))
            throw NoTangent.Refusal;
        if (Full)
            return Thin.VjpAll(x, active, Thin.ApplyAll(x), ct);
        NDArray s = y[1];
        int count = s.Shape[^1];
        NDArray u = y[0], vh = y[2], uh = Matrices.Adjoint(u), v = Matrices.Adjoint(vh);
        NDArray? inner = ct[1] is { } values ? Matrices.FromDiagonal(values) : null, result = null;
        if (ct[0] is not null || ct[2] is not null)
        {
            NDArray? ctU = ct[0] is { } first ? Mx.Conjugate(first) : null, ctV = ct[2] is { } third ? Matrices.Flip(third) : null;
            NDArray turned = Inner(ctU is null ? null : Mx.MatMul(uh, ctU), ctV is null ? null : Mx.MatMul(vh, ctV), s, inner is not null);
            inner = Tangents.Add(inner, turned);
            if (ctU is not null && u.Shape[^2] > count)
                result = Mx.MatMul(Beyond(u, uh, ctU, s, DivideByGap.ScaleOf(ctU)), vh);
            if (ctV is not null && v.Shape[^2] > count)
                result = Tangents.Add(result, Mx.MatMul(u, Matrices.Adjoint(Beyond(v, vh, ctV, s, DivideByGap.ScaleOf(ctV)))));
        }
        return [Mx.Conjugate(Tangents.Add(result, Mx.MatMul(Mx.MatMul(u, inner!), vh))!)];
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);

    // The cotangent of P from those of X and Y.
    private static NDArray Inner(NDArray? x, NDArray? y, NDArray s, bool withValues)
    {
        (NDArray gap, NDArray isSame) = DivideByGap.Gaps(s);
        (NDArray sum, NDArray isZero) = Sums(s);
        NDArray together = Tangents.Add(x, y)! * 0.5, apart = Tangents.Add(x, y is null ? null : -y)! * 0.5;
        NDArray scale = x is null ? DivideByGap.ScaleOf(y!) : y is null ? DivideByGap.ScaleOf(x) : Mx.Maximum(DivideByGap.ScaleOf(x), DivideByGap.ScaleOf(y));
        NDArray turned = DivideByGap.Of(Matrices.OffDiagonal(together - Matrices.Adjoint(together)), gap, isSame, scale);
        if (withValues && x is not null && y is not null)
            turned = DivideByGap.OrNaN(turned, isSame, scale, x, y);
        return turned + DivideByGap.Of(apart - Matrices.Adjoint(apart), sum, isZero, scale);
    }

    private static (NDArray Sum, NDArray IsZero) Sums(NDArray s)
    {
        NDArray sum = Matrices.Row(s) + Matrices.Column(s);
        return (sum, Mx.Equal(Mx.StopGradient(sum), 0));
    }

    // (I − U·Uᴴ)·x·S⁻¹: what leads out of the space of the vectors.
    private static NDArray Beyond(NDArray u, NDArray uh, NDArray x, NDArray s, NDArray? scale)
    {
        NDArray rest = x - Mx.MatMul(u, Mx.MatMul(uh, x)), row = Matrices.Row(s);
        return DivideByGap.Of(rest, Mx.BroadcastTo(row, rest.Shape), Mx.BroadcastTo(Mx.Equal(Mx.StopGradient(row), 0), rest.Shape), scale);
    }
}
