using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>
        /// The X of a·X = b; leading axes broadcast. A singular matrix gives NaN. Its derivatives use the same factorisation.
        /// </summary>
        /// <param name="a">[..., n, n]</param>
        /// <param name="b">[..., n, k], or one vector [n].</param>
        /// <exception cref="ArgumentException">The shapes do not agree, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.solve")]
        public static NDArray Solve(NDArray a, NDArray b) => LinearSystems.Solve("Linalg.Solve", a, b, Tangent.Solve.Of);
    }
}

/// <summary>a⁻¹·b, or (aᵀ)⁻¹·b, by the factors of a, which are inputs: [a, LU, places, b]. The rule speaks of a alone; linear in b.</summary>
internal sealed record Solve(bool Transposed) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Transposed), Transposed)];

    /// <summary>Factors a, and solves.</summary>
    public static NDArray Of(NDArray a, NDArray b)
    {
        NDArray[] factors = Shared<Lu>.Instance.ApplyAll([Mx.StopGradient(a)]);
        return new Solve(false).Apply(a, factors[0], factors[2], b);
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[3].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new LuSolveKernel(Transposed);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray? right = dx[0] is { } tangent ? -Mx.MatMul(Transposed ? Matrices.Flip(tangent) : tangent, y) : null;
        return Tangents.Add(dx[3], right) is { } sum ? Apply(x[0], x[1], x[2], sum) : null;
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 3 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) =>
        [null, null, null, new Solve(!Transposed).Apply(Known(x[0]), Known(x[1]), Known(x[2]), ct)];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => axes is [null, null, null, { } axis]
        ? LinearSystems.VmapRightSides(right => Apply(x[0], x[1], x[2], right), x[3], axis)
        : Batching.Vmap(this, x, axes);
}
