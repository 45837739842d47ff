using Tangent.Kernels;

namespace Tangent;

/// <summary>1 - x² of inexact elements, rounded once: what the derivatives of inverse functions, and that of tanh, are made of.</summary>
internal sealed record OneMinusSquare : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.OneMinusSquare;

    /// <summary>1 - x²; near ±1 the square of a number alone would have lost half of the digits.</summary>
    public static NDArray Of(NDArray x) => Apply<OneMinusSquare>(x);

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => -2 * x;
}
