using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Conversions between numbers of one size: integers of the two signs are one by their bits; floating values saturate.</summary>
internal static class LaneConversion
{
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
