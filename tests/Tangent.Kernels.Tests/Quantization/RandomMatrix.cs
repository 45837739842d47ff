using System.Runtime.InteropServices;

namespace Tangent.Kernels.Tests.Quantization;

/// <summary>A stack of random quantised matrices, and their numbers by definition.</summary>
internal sealed class RandomMatrix
{
    private readonly QuantizationFormat format;
    private readonly int columns;

    public RandomMatrix(QuantizationFormat format, DType dtype, int count, int rows, int columns, int seed)
    {
        (this.format, this.columns) = (format, columns);
        var random = new Random(seed);
        var words = new uint[count * rows * columns * format.Bits / 32];
        random.NextBytes(MemoryMarshal.AsBytes(words.AsSpan()));
        if (format.Mode == QuantizationMode.MxFp8)
            WithoutNaN(MemoryMarshal.AsBytes(words.AsSpan()));
        int groups = columns / format.GroupSize;
        Words = Views.Of(words, count, rows, columns * format.Bits / 32);
        Scales = format.HasBiases ? Operand.Random(dtype, [count, rows, groups], "dense", seed + 1) : Views.Of(Bytes(random, count * rows * groups), count, rows, groups);
        Biases = format.HasBiases ? Operand.Random(dtype, [count, rows, groups], "dense", seed + 2) : null;
    }

    public BufferView Words { get; }

    public BufferView Scales { get; }

    public BufferView? Biases { get; }

    /// <summary>The arrays as inputs of a kernel.</summary>
    public BufferView[] Inputs => Biases is null ? [Words, Scales] : [Words, Scales, Biases];

    /// <summary>The number at a row, counted through the stack, and a column.</summary>
    public double[] Numbers()
    {
        byte[] packed = MemoryMarshal.AsBytes(Words.Read<uint>().AsSpan()).ToArray();
        double[] scales = format.HasBiases ? Reals.Of(Scales) : [.. Scales.Read<byte>().Select(Scale)];
        double[] biases = Biases is null ? new double[scales.Length] : Reals.Of(Biases);
        var numbers = new double[scales.Length * format.GroupSize];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = Number(CodeBitsTests.Code(packed, format.Bits, i)) * scales[i / format.GroupSize] + biases[i / format.GroupSize];
        return numbers;
    }

    private double Number(int code) => format.Mode switch
    {
        QuantizationMode.Affine => code,
        QuantizationMode.MxFp8 => Float(code, 3, 7),
        _ => Float(code, 1, 1, 3),
    };

    private double Scale(byte code) => format.Mode == QuantizationMode.NvFp4 ? Float(code, 3, 7) : Math.ScaleB(1, code - 127);

    /// <summary>Sign, exponent and mantissa of so many bits.</summary>
    internal static double Float(int code, int mantissa, int bias, int signBit = 7)
    {
        int exponent = (code & ((1 << signBit) - 1)) >> mantissa, fraction = code & ((1 << mantissa) - 1);
        double magnitude = exponent == 0
            ? Math.ScaleB(fraction, 1 - bias - mantissa)
            : Math.ScaleB(fraction + (1 << mantissa), exponent - bias - mantissa);
        return (code >> signBit & 1) == 0 ? magnitude : -magnitude;
    }

    private byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        for (int i = 0; i < count; i++)
            bytes[i] = (byte)(format.Mode == QuantizationMode.NvFp4 ? random.Next(1, 0x7F) : random.Next(110, 119));
        return bytes;
    }

    private static void WithoutNaN(Span<byte> codes)
    {
        foreach (ref byte code in codes)
            code = (code & 0x7F) == 0x7F ? (byte)0x35 : code;
    }
}
