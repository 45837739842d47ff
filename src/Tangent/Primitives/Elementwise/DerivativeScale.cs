namespace Tangent;

/// <summary>Scales for rules of derivatives that square their arguments: divided by them, the squares neither over- nor underflow.</summary>
/// <remarks>What is computed does not depend on the scale, so it has no derivative.</remarks>
internal static class DerivativeScale
{
    /// <summary>The larger of 1 and |x|, finite.</summary>
    public static NDArray AtLeastOne(NDArray x) => Finite(Mx.Maximum(Mx.Abs(Mx.StopGradient(x)), 1));

    /// <summary>The larger of |x| and |y|, finite.</summary>
    public static NDArray Larger(NDArray x, NDArray y) => Finite(Mx.Maximum(Mx.Abs(Mx.StopGradient(x)), Mx.Abs(Mx.StopGradient(y))));

    private static NDArray Finite(NDArray scale) => Mx.Minimum(scale, new FInfo(scale.DType).Max);
}
