using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>The sine. ±∞ and NaN give NaN, ±0 keeps its sign; arguments of any size are reduced exactly.</summary>
internal readonly struct Sin : IUnaryFunction
{
    /// <summary>Measured error: at most 1.56 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V sign = x & V.Broadcast(-0.0f);
        V magnitude = x ^ sign;
        V r = TrigonometricParts.Reduce32(magnitude, out V quadrant);
        V result = TrigonometricParts.SineOfQuadrant32(r, quadrant) ^ sign;
        V huge = V.Less(V.Broadcast(TrigonometricParts.Limit32), magnitude);
        return V.Any(huge) ? HugeAngles.Sin32(x, result) : result;
    }

    /// <summary>Measured error: at most 1.47 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V sign = x & V.Broadcast(-0.0);
        V magnitude = x ^ sign;
        V r = TrigonometricParts.Reduce64(magnitude, out V quadrant);
        V result = TrigonometricParts.SineOfQuadrant64(r, quadrant) ^ sign;
        V huge = V.Less(V.Broadcast(TrigonometricParts.Limit64), magnitude);
        return V.Any(huge) ? HugeAngles.Sin64(x, result) : result;
    }
}
