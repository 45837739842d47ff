using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>The X of a·X = b for triangular a; leading axes broadcast. A zero on the diagonal gives infinities or NaN, as a division does.</summary>
        /// <param name="a">[..., n, n], of which one triangle is read.</param>
        /// <param name="b">[..., n, k], or one vector [n].</param>
        /// <param name="upper">True to read the upper triangle.</param>
        /// <exception cref="ArgumentException">The shapes do not agree, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.solve_triangular")]
        public static NDArray SolveTriangular(NDArray a, NDArray b, bool upper = false) =>
            LinearSystems.Solve("Linalg.SolveTriangular", a, b, (matrix, right) => new SolveTriangular(upper, false).Apply(matrix, right));
    }
}

/// <summary>a⁻¹·b for a triangle of a, with ones on its diagonal if <paramref name="Unit"/>; linear in b.</summary>
internal sealed record SolveTriangular(bool Upper, bool Unit) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Upper), Upper), new(nameof(Unit), Unit)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[1].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new TriangularSolveKernel(Upper, Unit);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray? right = dx[0] is { } tangent ? -Mx.MatMul(Triangle(tangent), y) : null;
        return Apply(x[0], Tangents.Add(dx[1], right)!);
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 1 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) =>
        [null, new SolveTriangular(!Upper, Unit).Apply(Matrices.Flip(Known(x[0])), ct)];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => axes[0] is null
        ? LinearSystems.VmapRightSides(right => Apply(x[0], right), x[1], axes[1]!.Value)
        : Batching.Vmap(this, x, axes);

    private NDArray Triangle(NDArray x) => Upper ? Mx.Triu(x, Unit ? 1 : 0) : Mx.Tril(x, Unit ? -1 : 0);
}
