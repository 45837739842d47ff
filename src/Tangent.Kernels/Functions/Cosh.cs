using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The hyperbolic cosine, h + ¼/h with h = ½·e^|x|, which overflows only where the result does. ±∞ give ∞, NaN stays
/// NaN.
/// </summary>
internal readonly struct Cosh : IUnaryFunction
{
    /// <summary>Measured error: at most 1.39 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V half = ExponentialParts.HalfExp32(V.MinNative(V.Constant(91f), V.Abs(x)));
        return half + V.Constant(0.25f) / half;
    }

    /// <summary>Measured error: at most 1.18 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V half = ExponentialParts.HalfExp64(V.MinNative(V.Broadcast(712.0), V.Abs(x)));
        return half + V.Broadcast(0.25) / half;
    }
}
