using System.Numerics;
using System.Runtime.InteropServices;

namespace Tangent.Tests.Golden;

/// <summary>The elements of a golden array as numbers.</summary>
public static class GoldenElements
{
    /// <summary>The element at <paramref name="index"/> as a complex float64; integers above 2⁵³ are rounded.</summary>
    public static Complex Number(GoldenValue.Array array, int index) => array.DType switch
    {
        DType.Float16 => (double)Read<Half>(array, index),
        DType.BFloat16 => (double)(float)Read<BFloat16>(array, index),
        DType.Float32 => (double)Read<float>(array, index),
        DType.Float64 => Read<double>(array, index),
        DType.Complex64 => Read<Complex64>(array, index),
        _ => (double)Integer(array, index),
    };

    /// <summary>The element of a bool or integer array, exactly.</summary>
    public static Int128 Integer(GoldenValue.Array array, int index) => array.DType switch
    {
        DType.Bool => array.Bytes[index] != 0 ? 1 : 0,
        DType.UInt8 => array.Bytes[index],
        DType.UInt16 => Read<ushort>(array, index),
        DType.UInt32 => Read<uint>(array, index),
        DType.UInt64 => Read<ulong>(array, index),
        DType.Int8 => Read<sbyte>(array, index),
        DType.Int16 => Read<short>(array, index),
        DType.Int32 => Read<int>(array, index),
        DType.Int64 => Read<long>(array, index),
        _ => throw new ArgumentException($"{array} has no integers.", nameof(array)),
    };

    /// <summary>All elements.</summary>
    public static Complex[] Numbers(GoldenValue.Array array) =>
        [.. Enumerable.Range(0, array.Count).Select(index => Number(array, index))];

    private static T Read<T>(GoldenValue.Array array, int index) where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(array.Bytes)[index];
}
