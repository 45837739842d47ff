using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Conversions between numbers of one size in registers of 128 bits.</summary>
internal static class Conversion128
{
    /// <summary>Integers of the two signs are one by their bits; floating values saturate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TTo> Run<TFrom, TTo>(Vector128<TFrom> x)
    {
        if (typeof(TTo) == typeof(float))
            return FromWord(x).As<float, TTo>();
        if (typeof(TTo) == typeof(double))
            return FromLong(x).As<double, TTo>();
        if (typeof(TFrom) == typeof(float))
            return typeof(TTo) == typeof(int)
                ? Vector128.ConvertToInt32(x.AsSingle()).As<int, TTo>()
                : Vector128.ConvertToUInt32(x.AsSingle()).As<uint, TTo>();
        if (typeof(TFrom) == typeof(double))
            return typeof(TTo) == typeof(long)
                ? Vector128.ConvertToInt64(x.AsDouble()).As<long, TTo>()
                : Vector128.ConvertToUInt64(x.AsDouble()).As<ulong, TTo>();
        return x.As<TFrom, TTo>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> FromWord<TFrom>(Vector128<TFrom> x) =>
        typeof(TFrom) == typeof(int) ? Vector128.ConvertToSingle(x.AsInt32()) : Vector128.ConvertToSingle(x.AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> FromLong<TFrom>(Vector128<TFrom> x) =>
        typeof(TFrom) == typeof(long) ? Vector128.ConvertToDouble(x.AsInt64()) : Vector128.ConvertToDouble(x.AsUInt64());
}
