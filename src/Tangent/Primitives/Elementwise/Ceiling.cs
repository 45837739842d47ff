using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The smallest integer not below each element, of its type; of complex numbers both parts.</summary>
    [Mlx("core.ceil")]
    public static NDArray Ceiling(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsInexact ? Unary.Apply<Ceiling>(x) : x.Share();
    }
}

/// <summary>x rounded up.</summary>
internal sealed record Ceiling : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Ceiling;
}
