using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The logarithm to base 10 of each element; integers become float32.</summary>
    [Mlx("core.log10")]
    public static NDArray Log10(NDArray x) => Unary.Apply<Log10>(Elementwise.ToInexact(x));
}

/// <summary>log(x) / log(10)</summary>
internal sealed record Log10 : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Log10;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => (1 / Math.Log(10)) / x;
}
