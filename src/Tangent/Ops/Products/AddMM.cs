namespace Tangent;

public static partial class Mx
{
    /// <summary>alpha · a @ b + beta · c, where c broadcasts to the product.</summary>
    [Mlx("core.addmm")]
    public static NDArray AddMM(NDArray c, NDArray a, NDArray b, double alpha = 1, double beta = 1)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        NDArray product = MatMul(a, b);
        return (alpha == 1 ? product : alpha * product) + (beta == 1 ? c : beta * c);
    }
}
