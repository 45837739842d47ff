using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The error function of each element: 2/sqrt(pi) times the integral of exp(-t*t) from 0 to x; integers become float32. Not for complex arrays.</summary>
    [Mlx("core.erf")]
    public static NDArray Erf(NDArray x) => Unary.Apply<Erf>(Operands.ToFloating("Erf", x));
}

/// <summary>erf(x)</summary>
internal sealed record Erf : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Erf;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Exp(-Mx.Square(x)) * (2 / Math.Sqrt(Math.PI));
}
