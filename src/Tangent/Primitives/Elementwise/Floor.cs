using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The greatest integer not above each element, of its type; of complex numbers both parts.</summary>
    [Mlx("core.floor")]
    public static NDArray Floor(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsInexact ? Unary.Apply<Floor>(x) : x.Share();
    }
}

/// <summary>x rounded down.</summary>
internal sealed record Floor : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Floor;
}
