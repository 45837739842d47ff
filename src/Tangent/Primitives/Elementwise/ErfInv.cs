using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The inverse of the error function; infinite at -1 and 1, NaN beyond; integers become float32. Not for complex arrays.</summary>
    [Mlx("core.erfinv")]
    public static NDArray ErfInv(NDArray x) => Unary.Apply<ErfInv>(Operands.ToFloating("ErfInv", x));
}

/// <summary>The inverse of erf(x).</summary>
internal sealed record ErfInv : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.ErfInv;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Exp(Mx.Square(y)) * (Math.Sqrt(Math.PI) / 2);
}
