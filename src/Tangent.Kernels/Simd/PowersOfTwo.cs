using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Scaling by powers of two where the hardware has no instruction for it.</summary>
internal static class PowersOfTwo
{
    /// <summary>
    /// x·2ⁿ for whole n and |x| near 1, rounded once: 2ⁿ is applied as two halves, the first of which is exact. NaN x
    /// gives NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Scale32<V>(V x, V n)
        where V : unmanaged, ILanes<V, float>
    {
        // Beyond ±252 a float near 1 has long become zero or infinite; each half then fits a biased exponent.
        V clamped = V.Max(V.Min(n, V.Broadcast(252f)), V.Broadcast(-252f));
        V first = V.Floor(clamped * V.Broadcast(0.5f));
        return x * Power32(first) * Power32(clamped - first);
    }

    /// <inheritdoc cref="Scale32{V}(V, V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Scale64<V>(V x, V n)
        where V : unmanaged, ILanes<V, double>
    {
        V clamped = V.Max(V.Min(n, V.Broadcast(2044.0)), V.Broadcast(-2044.0));
        V first = V.Floor(clamped * V.Broadcast(0.5));
        return x * Power64(first) * Power64(clamped - first);
    }

    /// <summary>2ⁿ for whole n in [-126, 127]: adding 1.5·2²³ leaves n in the low bits, which then become the exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Power32<V>(V n)
        where V : unmanaged, ILanes<V, float> =>
        V.ShiftLeft(n + V.Broadcast(12582912f + 127f), 23);

    /// <summary>2ⁿ for whole n in [-1022, 1023]: adding 1.5·2⁵² leaves n in the low bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Power64<V>(V n)
        where V : unmanaged, ILanes<V, double> =>
        V.ShiftLeft(n + V.Broadcast(6755399441055744.0 + 1023.0), 52);
}
