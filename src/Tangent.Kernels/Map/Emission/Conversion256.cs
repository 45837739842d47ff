using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Conversions between numbers of one size in registers of 256 bits.</summary>
internal static class Conversion256
{
    /// <summary>Integers of the two signs are one by their bits; floating values saturate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TTo> Run<TFrom, TTo>(Vector256<TFrom> x)
    {
        if (typeof(TTo) == typeof(float))
            return FromWord(x).As<float, TTo>();
        if (typeof(TTo) == typeof(double))
            return FromLong(x).As<double, TTo>();
        if (typeof(TFrom) == typeof(float))
            return typeof(TTo) == typeof(int)
                ? Vector256.ConvertToInt32(x.AsSingle()).As<int, TTo>()
                : Vector256.ConvertToUInt32(x.AsSingle()).As<uint, TTo>();
        if (typeof(TFrom) == typeof(double))
            return typeof(TTo) == typeof(long)
                ? Vector256.ConvertToInt64(x.AsDouble()).As<long, TTo>()
                : Vector256.ConvertToUInt64(x.AsDouble()).As<ulong, TTo>();
        return x.As<TFrom, TTo>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> FromWord<TFrom>(Vector256<TFrom> x) =>
        typeof(TFrom) == typeof(int) ? Vector256.ConvertToSingle(x.AsInt32()) : Vector256.ConvertToSingle(x.AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FromLong<TFrom>(Vector256<TFrom> x) =>
        typeof(TFrom) == typeof(long) ? Vector256.ConvertToDouble(x.AsInt64()) : Vector256.ConvertToDouble(x.AsUInt64());
}
