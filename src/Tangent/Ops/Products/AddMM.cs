namespace Tangent;

public static partial class Mx
{
    /// <summary>alpha · a @ b + beta · c, where c broadcasts to the product. Products of integers are float32, as in MLX.</summary>
    /// <exception cref="ArgumentException">The inner lengths differ, or c does not broadcast to the product.</exception>
    [Mlx("core.addmm")]
    public static NDArray AddMM(NDArray c, NDArray a, NDArray b, double alpha = 1, double beta = 1)
    {
        NDArray product = Tangent.MatMul.Of("AddMM", a, b, nameof(a), nameof(b));
        if (!c.Shape.BroadcastsTo(product.Shape))
            throw new ArgumentException($"AddMM: c of shape {c.Shape} does not broadcast to the shape {product.Shape} of the product of {a.Shape} and {b.Shape}.", nameof(c));
        return (alpha == 1 ? product : alpha * product) + (beta == 1 ? c : beta * c);
    }
}
