using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Conversions between numbers of one size in registers of 512 bits.</summary>
internal static class Conversion512
{
    /// <summary>Integers of the two signs are one by their bits; floating values saturate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<TTo> Run<TFrom, TTo>(Vector512<TFrom> x)
    {
        if (typeof(TTo) == typeof(float))
            return FromWord(x).As<float, TTo>();
        if (typeof(TTo) == typeof(double))
            return FromLong(x).As<double, TTo>();
        if (typeof(TFrom) == typeof(float))
            return typeof(TTo) == typeof(int)
                ? Vector512.ConvertToInt32(x.AsSingle()).As<int, TTo>()
                : Vector512.ConvertToUInt32(x.AsSingle()).As<uint, TTo>();
        if (typeof(TFrom) == typeof(double))
            return typeof(TTo) == typeof(long)
                ? Vector512.ConvertToInt64(x.AsDouble()).As<long, TTo>()
                : Vector512.ConvertToUInt64(x.AsDouble()).As<ulong, TTo>();
        return x.As<TFrom, TTo>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FromWord<TFrom>(Vector512<TFrom> x) =>
        typeof(TFrom) == typeof(int) ? Vector512.ConvertToSingle(x.AsInt32()) : Vector512.ConvertToSingle(x.AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FromLong<TFrom>(Vector512<TFrom> x) =>
        typeof(TFrom) == typeof(long) ? Vector512.ConvertToDouble(x.AsInt64()) : Vector512.ConvertToDouble(x.AsUInt64());
}
