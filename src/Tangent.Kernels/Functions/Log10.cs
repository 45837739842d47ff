using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The base-10 logarithm, k·log₁₀2 + (f + (log(1 + f) − f))·log₁₀e with the products carried in two parts. Special
/// values as the natural logarithm.
/// </summary>
internal readonly struct Log10 : IUnaryFunction
{
    /// <summary>Measured error: at most 1.55 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V f = LogarithmParts.Split32(x, out V k);
        V high = f * V.Broadcast(0.4342945f);
        V low = V.FusedMultiplyAdd(f, V.Broadcast(0.4342945f), -high) + f * V.Broadcast(-1.010305e-8f);
        low = V.FusedMultiplyAdd(LogarithmParts.Rest32(f), V.Broadcast(0.4342945f), low);
        // The high part of log₁₀2 has few enough bits to make k times it exact; both parts are positive, which keeps ±∞.
        low = V.FusedMultiplyAdd(k, V.Broadcast(4.605039e-6f), low);
        return V.FusedMultiplyAdd(k, V.Broadcast(0.3010254f), high + low);
    }

    /// <summary>Measured error: at most 0.89 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V f = LogarithmParts.Split64(x, out V k);
        V high = f * V.Broadcast(0.4342944819032518);
        V low = V.FusedMultiplyAdd(f, V.Broadcast(0.4342944819032518), -high) + f * V.Broadcast(1.098319650216765e-17);
        low = V.FusedMultiplyAdd(LogarithmParts.Rest64(f), V.Broadcast(0.4342944819032518), low);
        // The high part of log₁₀2 has few enough bits to make k times it exact; both parts are positive, which keeps ±∞.
        low = V.FusedMultiplyAdd(k, V.Broadcast(2.8363394551044964e-14), low);
        return V.FusedMultiplyAdd(k, V.Broadcast(0.30102999566395283), high + low);
    }
}
