using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Scaling by and splitting into powers of two where the hardware has no instruction for it.</summary>
internal static class PowersOfTwo
{
    /// <summary>For the instruction that takes significands: from [0.75, 1.5), NaN below zero, +1 for -0.</summary>
    public const byte SignificandControl = 0b1111;

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

    /// <inheritdoc cref="ILanes{TSelf, T}.Exponent"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exponent32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V magnitude = V.Abs(x);
        V normal = Normal32(magnitude, out V shift);
        V exponent = V.FromIntegerBits(V.ShiftRightLogical(normal, 23)) - V.Broadcast(127f) - shift;
        V infinity = V.Broadcast(float.PositiveInfinity);
        exponent = V.Select(V.Equal(magnitude, V.Broadcast(0f)), -infinity, exponent);
        return V.Select(V.Less(magnitude, infinity), exponent, magnitude);
    }

    /// <inheritdoc cref="ILanes{TSelf, T}.Exponent"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exponent64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V magnitude = V.Abs(x);
        V normal = Normal64(magnitude, out V shift);
        // The biased exponent, put into the low bits of 2⁵², becomes a number without a 64-bit conversion.
        V biased = (V.ShiftRightLogical(normal, 52) | V.Broadcast(4503599627370496.0)) - V.Broadcast(4503599627370496.0);
        V infinity = V.Broadcast(double.PositiveInfinity);
        V exponent = V.Select(V.Equal(magnitude, V.Broadcast(0.0)), -infinity, biased - V.Broadcast(1023.0) - shift);
        return V.Select(V.Less(magnitude, infinity), exponent, magnitude);
    }

    /// <inheritdoc cref="ILanes{TSelf, T}.Significand"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Significand32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V one = V.Broadcast(1f);
        V fraction = Normal32(V.Abs(x), out _) & V.Broadcast(BitConverter.Int32BitsToSingle(0x7fffff));
        V m = fraction | one;
        m = V.Select(V.Less(m, V.Broadcast(1.5f)), m, m * V.Broadcast(0.5f));
        V special = V.Equal(x, V.Broadcast(0f)) | V.Equal(x, V.Broadcast(float.PositiveInfinity));
        return V.Select(special, one, V.Select(V.Less(V.Broadcast(0f), x), m, V.Broadcast(float.NaN)));
    }

    /// <inheritdoc cref="ILanes{TSelf, T}.Significand"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Significand64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V one = V.Broadcast(1.0);
        V fraction = Normal64(V.Abs(x), out _) & V.Broadcast(BitConverter.Int64BitsToDouble(0xfffffffffffff));
        V m = fraction | one;
        m = V.Select(V.Less(m, V.Broadcast(1.5)), m, m * V.Broadcast(0.5));
        V special = V.Equal(x, V.Broadcast(0.0)) | V.Equal(x, V.Broadcast(double.PositiveInfinity));
        return V.Select(special, one, V.Select(V.Less(V.Broadcast(0.0), x), m, V.Broadcast(double.NaN)));
    }

    /// <summary>Subnormals times 2²⁴, and by how much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Normal32<V>(V magnitude, out V shift)
        where V : unmanaged, ILanes<V, float>
    {
        V subnormal = V.Less(magnitude, V.Broadcast(1.1754944e-38f));
        shift = subnormal & V.Broadcast(24f);
        return V.Select(subnormal, magnitude * V.Broadcast(16777216f), magnitude);
    }

    /// <summary>Subnormals times 2⁵³, and by how much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Normal64<V>(V magnitude, out V shift)
        where V : unmanaged, ILanes<V, double>
    {
        V subnormal = V.Less(magnitude, V.Broadcast(2.2250738585072014e-308));
        shift = subnormal & V.Broadcast(53.0);
        return V.Select(subnormal, magnitude * V.Broadcast(9007199254740992.0), magnitude);
    }

    /// <summary>2ⁿ for whole n in [-126, 127]: adding 1.5·2²³ leaves n in the low bits, which then become the exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Power32<V>(V n)
        where V : unmanaged, ILanes<V, float> =>
        V.ShiftLeft(n + V.Broadcast(12582912f + 127f), 23);

    /// <summary>2ⁿ for whole n in [-1022, 1023]: adding 1.5·2⁵² leaves n in the low bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Power64<V>(V n)
        where V : unmanaged, ILanes<V, double> =>
        V.ShiftLeft(n + V.Broadcast(6755399441055744.0 + 1023.0), 52);
}
