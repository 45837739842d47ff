namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Linear algebra, after <c>mlx.core.linalg</c>: of the matrices that the last two axes span, in float32, float64 and complex64. Integers
    /// become float32; 16-bit floats are refused, as in MLX. A matrix that is not finite, or that has no such result (a singular one has no
    /// inverse), gives NaN in its own result, and the others of the batch theirs.
    /// </summary>
    public static partial class Linalg;
}
