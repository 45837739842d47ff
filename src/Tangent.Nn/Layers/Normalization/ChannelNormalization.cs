namespace Tangent.Layers;

/// <summary>What normalisations of channels share.</summary>
internal static class ChannelNormalization
{
    /// <summary>(x − mean) / √(variance + eps), times a weight and plus a bias, where there are any. 16-bit types are computed in float32 and rounded once.</summary>
    public static NDArray Apply(NDArray x, NDArray mean, NDArray variance, double eps, NDArray? weight, NDArray? bias)
    {
        NDArray y = (Precise(x) - Precise(mean)) * Mx.Rsqrt(Precise(variance) + eps);
        return Mx.AsType(Scale(y, weight is null ? null : Precise(weight), bias is null ? null : Precise(bias)), Result(x, weight));
    }

    /// <summary>What is normalised times a weight and plus a bias.</summary>
    public static NDArray Scale(NDArray y, NDArray? weight, NDArray? bias)
    {
        NDArray scaled = weight is null ? y : weight * y;
        return bias is null ? scaled : scaled + bias;
    }

    /// <summary>16-bit types as float32.</summary>
    public static NDArray Precise(NDArray x) => x.DType.IsHalf ? Mx.AsType(x, DType.Float32) : x;

    private static DType Result(NDArray x, NDArray? weight) => weight is null ? x.DType : Mx.ResultType(x.DType, weight.DType);
}
