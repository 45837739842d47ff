using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Each element without its fraction, of its type; of complex numbers both parts.</summary>
    [Mlx("core.trunc")]
    public static NDArray Truncate(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsInexact ? Unary.Apply<Truncate>(x) : x.Share();
    }
}

/// <summary>x rounded towards zero.</summary>
internal sealed record Truncate : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Truncate;
}
