using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>The determinants [...] of square matrices. First and second derivatives are right for singular matrices too, and up to three rows those of any order.</summary>
        /// <param name="a">[..., n, n]</param>
        /// <exception cref="ArgumentException">The matrices are not square, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.det")]
        public static NDArray Det(NDArray a)
        {
            a = Matrices.Square("Linalg.Det", a);
            return a.Shape[^1] <= 3 ? Determinant.OfFew(a) : Shared<Determinant>.Instance.Apply(a);
        }

        /// <summary>Sign and logarithm of the absolute value of determinants; of a singular matrix 0 and −∞. Their derivatives need a regular matrix.</summary>
        /// <param name="a">[..., n, n]</param>
        /// <returns>The sign [...] (of complex numbers the phase), and the logarithm [...], which is real.</returns>
        /// <exception cref="ArgumentException">The matrices are not square, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.slogdet")]
        public static (NDArray Sign, NDArray LogAbsDet) SlogDet(NDArray a)
        {
            NDArray[] parts = Shared<LogDeterminant>.Instance.ApplyAll([Matrices.Square("Linalg.SlogDet", a)]);
            return (parts[0], parts[1]);
        }
    }
}

/// <summary>Determinants; the tangent is the trace of the adjugate times da, which needs no inverse.</summary>
internal sealed record Determinant : Composite
{
    /// <summary>Of matrices of up to three rows, by their formula.</summary>
    public static NDArray OfFew(NDArray a)
    {
        int n = a.Shape[^1];
        if (n == 0)
            return Mx.Ones(Matrices.With(a.Shape), a.DType);
        if (n == 1)
            return At(0, 0);
        if (n == 2)
            return Minor(0, 1, 0, 1);
        return At(0, 0) * Minor(1, 2, 1, 2) - At(0, 1) * Minor(1, 2, 0, 2) + At(0, 2) * Minor(1, 2, 0, 1);

        NDArray Minor(int i, int j, int k, int l) => At(i, k) * At(j, l) - At(i, l) * At(j, k);

        NDArray At(int i, int j) =>
            Mx.Reshape(Slice.Of(a, Region.Full(a.Shape).With(a.Rank - 2, i, 1).With(a.Rank - 1, j, 1)), Matrices.With(a.Shape));
    }

    /// <summary>1 or −1, as the number of exchanges is even or odd, in a type.</summary>
    public static NDArray SignOfExchanges(NDArray pivots, DType dtype)
    {
        NDArray exchanges = Mx.Sum(Mx.AsType(Mx.NotEqual(pivots, Mx.Arange(pivots.Shape[^1])), DType.Int32), -1);
        return Mx.AsType(1 - 2 * (exchanges & 1), dtype);
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Matrices.With(x[0].Shape), x[0].DType);

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        NDArray[] factors = Shared<Lu>.Instance.ApplyAll([x[0]]);
        return Mx.Prod(Matrices.Diagonal(factors[0]), -1) * SignOfExchanges(factors[1], x[0].DType);
    }

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) =>
        Mx.Sum(Matrices.Flip(Shared<Adjugate>.Instance.Apply(x[0])) * dx[0]!, new Axes([-2, -1]));

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [Matrices.Flip(Shared<Adjugate>.Instance.Apply(x[0])) * Matrices.Scalar(ct)];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
