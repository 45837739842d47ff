using System.Numerics;

namespace Tangent;

/// <summary>A C# literal: a value that takes the type of the array it meets.</summary>
/// <remarks>A class, because every handle on an array has room for one, and few have one.</remarks>
internal sealed class Scalar
{
    private readonly double real;
    private readonly double imaginary;
    private readonly long integer;

    private Scalar(DType kind, double real, double imaginary, long integer, Node? source = null)
    {
        Source = source;
        Kind = kind;
        this.real = real;
        this.imaginary = imaginary;
        this.integer = integer;
    }

    /// <summary>The type that the literal has by itself: bool, int32 (int64 where it does not fit), float32 or complex64.</summary>
    public DType Kind { get; }

    /// <summary>Inside a transform, the node whose exact number stands for that of a literal; null for a literal whose number is known.</summary>
    public Node? Source { get; }

    public static Scalar Of(DType kind, Node source) => new(kind, 0, 0, 0, source);

    public static Scalar Of(bool value) => new(DType.Bool, value ? 1 : 0, 0, value ? 1 : 0);

    public static Scalar Of(long value) =>
        new(value is >= int.MinValue and <= int.MaxValue ? DType.Int32 : DType.Int64, value, 0, value);

    public static Scalar Of(ulong value) =>
        new(value <= long.MaxValue ? Of((long)value).Kind : DType.UInt64, value, 0, unchecked((long)value));

    public static Scalar Of(double value) => new(DType.Float32, value, 0, Saturate(value));

    public static Scalar Of(Complex value) => new(DType.Complex64, value.Real, value.Imaginary, Saturate(value.Real));

    /// <summary>The value's representation as an element of <paramref name="dtype"/>, in the low bytes.</summary>
    public ulong Bits(DType dtype) => dtype switch
    {
        DType.Bool => real != 0 ? 1UL : 0UL,
        DType.UInt8 => (byte)integer,
        DType.UInt16 => (ushort)integer,
        DType.UInt32 => (uint)integer,
        DType.UInt64 => (ulong)integer,
        DType.Int8 => (byte)(sbyte)integer,
        DType.Int16 => (ushort)(short)integer,
        DType.Int32 => (uint)(int)integer,
        DType.Int64 => (ulong)integer,
        DType.Float16 => BitConverter.HalfToUInt16Bits((Half)real),
        DType.BFloat16 => ((BFloat16)(float)real).ToBits(),
        DType.Float32 => BitConverter.SingleToUInt32Bits((float)real),
        DType.Float64 => BitConverter.DoubleToUInt64Bits(real),
        _ => BitConverter.SingleToUInt32Bits((float)real) | ((ulong)BitConverter.SingleToUInt32Bits((float)imaginary) << 32),
    };

    private static long Saturate(double value) => double.IsNaN(value) ? 0 : (long)value;
}
