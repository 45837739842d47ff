using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The base-2 logarithm, k + (f + (log(1 + f) − f))·log₂e with the product carried in two parts; exact at powers of
/// two. Special values as the natural logarithm.
/// </summary>
internal readonly struct Log2 : IUnaryFunction
{
    /// <summary>Measured error: at most 1.79 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V f = LogarithmParts.Split32(x, out V k);
        V high = f * V.Broadcast(1.442695f);
        V low = V.FusedMultiplyAdd(f, V.Broadcast(1.442695f), -high) + f * V.Broadcast(1.925963e-8f);
        low = V.FusedMultiplyAdd(LogarithmParts.Rest32(f), V.Broadcast(1.442695f), low);
        return k + (high + low);
    }

    /// <summary>Measured error: at most 1.36 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V f = LogarithmParts.Split64(x, out V k);
        V high = f * V.Broadcast(1.4426950408889634);
        V low = V.FusedMultiplyAdd(f, V.Broadcast(1.4426950408889634), -high) + f * V.Broadcast(2.0355273740931033e-17);
        low = V.FusedMultiplyAdd(LogarithmParts.Rest64(f), V.Broadcast(1.4426950408889634), low);
        return k + (high + low);
    }
}
