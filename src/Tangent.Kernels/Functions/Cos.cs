using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The cosine, a sine one quadrant further. ±∞ and NaN give NaN; arguments of any size are reduced exactly.
/// </summary>
internal readonly struct Cos : IUnaryFunction
{
    /// <summary>Measured error: at most 1.56 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V r = TrigonometricParts.Reduce32(x, out V quadrant);
        V result = TrigonometricParts.SineOfQuadrant32(r, quadrant + V.Broadcast(1f));
        V huge = V.Less(V.Broadcast(TrigonometricParts.Limit32), V.Abs(x));
        return V.Any(huge) ? HugeAngles.Cos32(x, result) : result;
    }

    /// <summary>Measured error: at most 1.47 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V r = TrigonometricParts.Reduce64(x, out V quadrant);
        V result = TrigonometricParts.SineOfQuadrant64(r, quadrant + V.Broadcast(1.0));
        V huge = V.Less(V.Broadcast(TrigonometricParts.Limit64), V.Abs(x));
        return V.Any(huge) ? HugeAngles.Cos64(x, result) : result;
    }
}
