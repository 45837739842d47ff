using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>The exponentials I + a + a²/2 + … of square matrices.</summary>
        /// <param name="a">[..., n, n]</param>
        /// <exception cref="ArgumentException">The matrices are not square, or the type is a 16-bit float.</exception>
        public static NDArray Expm(NDArray a) => Shared<Expm>.Instance.Apply(Matrices.Square("Linalg.Expm", a));
    }
}

/// <summary>Matrix exponentials.</summary>
internal sealed record Expm : Primitive
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new ExpmKernel();

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Shared<ExpmTangent>.Instance.Apply(x[0], dx[0]!);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
