using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>The factors of a = L[P]·U: the rows of L in the order P give the rows of a. Derivatives need a of full rank (of its first columns, if it is wide).</summary>
        /// <param name="a">[..., m, n]</param>
        /// <returns>P [..., m] of uint32, L [..., m, k] with ones on its diagonal, and U [..., k, n], where k is the smaller side.</returns>
        /// <exception cref="ArgumentException">There are no matrices, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.lu")]
        public static (NDArray P, NDArray L, NDArray U) Lu(NDArray a)
        {
            a = Matrices.Of("Linalg.Lu", a);
            NDArray[] parts = Shared<Lu>.Instance.ApplyAll([a]);
            return (ArgSort(parts[2]), Tangent.Lu.LowerOf(parts[0]), Tangent.Lu.UpperOf(parts[0]));
        }

        /// <summary>L (below the diagonal) and U of a with rows exchanged, in one matrix.</summary>
        /// <param name="a">[..., m, n]</param>
        /// <returns>The factors [..., m, n], and the pivots [..., k] of uint32: at step i row i was exchanged with row pivots[i].</returns>
        /// <exception cref="ArgumentException">There are no matrices, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.lu_factor")]
        public static (NDArray Lu, NDArray Pivots) LuFactor(NDArray a)
        {
            NDArray[] parts = Shared<Lu>.Instance.ApplyAll([Matrices.Of("Linalg.LuFactor", a)]);
            return (parts[0], parts[1]);
        }
    }
}

/// <summary>L and U of P·a in one matrix, the exchanges of rows, and the places where the rows of L·U stand in a.</summary>
internal sealed record Lu : MultiOutput
{
    /// <summary>L [..., m, k], with its ones.</summary>
    public static NDArray LowerOf(NDArray lu)
    {
        NDArray below = Mx.Tril(Matrices.Part(lu, lu.Shape[^2], Math.Min(lu.Shape[^2], lu.Shape[^1])), -1);
        return Mx.Where(Mx.Eye(below.Shape[^2], below.Shape[^1], 0, DType.Bool), 1, below);
    }

    /// <summary>U [..., k, n].</summary>
    public static NDArray UpperOf(NDArray lu) => Mx.Triu(Matrices.Part(lu, Math.Min(lu.Shape[^2], lu.Shape[^1]), lu.Shape[^1]));

    /// <summary>The rows of b at places.</summary>
    public static NDArray Rows(NDArray b, NDArray places) =>
        places.Rank == 1 ? Mx.Take(b, places, 0) : Mx.TakeAlongAxis(b, Matrices.Column(places), -2);

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x)
    {
        Shape shape = x[0].Shape;
        int rows = shape[^2], columns = shape[^1];
        return [x[0].Spec, new(Matrices.With(shape, Math.Min(rows, columns)), DType.UInt32), new(Matrices.With(shape, rows), DType.UInt32)];
    }

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new LuKernel();

    /// <summary>With M = L⁻¹·P·dA·U⁻¹: dL = L·tril(M, −1), dU = triu(M)·U. The longer side is filled up with a unit matrix.</summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        int rows = x[0].Shape[^2], columns = x[0].Shape[^1], count = Math.Min(rows, columns);
        NDArray l = Matrices.Padded(Matrices.Part(y[0], rows, count), rows, rows), u = Filled(UpperOf(y[0]), columns);
        NDArray half = new SolveTriangular(false, true).Apply(l, Rows(dx[0]!, y[2]));
        NDArray m = Matrices.RightSolve(half, u);
        NDArray unitLower = Mx.Where(Matrices.OnDiagonal(rows), 1, Mx.Tril(l, -1));
        NDArray lower = Mx.MatMul(unitLower, Matrices.Part(Mx.Tril(m, -1), rows, count));
        NDArray upper = Mx.MatMul(Matrices.Part(Mx.Triu(m), count, columns), u);
        return [Mx.Tril(Matrices.Padded(lower, rows, columns), -1) + Matrices.Padded(upper, rows, columns), null, null];
    }

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);

    // [..., k, n] as [..., n, n], with ones on the rest of the diagonal.
    private static NDArray Filled(NDArray u, int columns)
    {
        int count = u.Shape[^2];
        if (count == columns)
            return u;
        NDArray isAdded = Mx.GreaterEqual(Mx.ExpandDims(Mx.Arange(columns), 1), count);
        return Mx.Where(Mx.LogicalAnd(isAdded, Matrices.OnDiagonal(columns)), 1, Matrices.Padded(u, columns, columns));
    }
}
