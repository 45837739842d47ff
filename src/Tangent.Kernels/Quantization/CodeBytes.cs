namespace Tangent.Kernels;

/// <summary>The codes of a part of a row, one a byte: whole numbers, or floats of 8 bits.</summary>
internal static unsafe class CodeBytes
{
    /// <summary>
    /// The codes from a column on, where they lie if they are bytes there, else unpacked into memory; column and count are multiples of 8.
    /// Floats of 4 bits come as ones of 8.
    /// </summary>
    public static byte* Of(in QuantizedMatrix w, long row, long column, int count, byte* memory)
    {
        byte* packed = w.Codes(row, column);
        if (w.Format.Bits == 8)
            return packed;
        CodeBits.Unpack(packed, w.Format.Bits, memory, count);
        if (!w.Format.HasBiases)
            SmallFloats.FromE2M1ToE4M3(new Span<byte>(memory, count));
        return memory;
    }
}
