namespace Tangent.Kernels;

/// <summary>Codes of a few bits in words, and one a byte.</summary>
internal static unsafe class CodesExecutor
{
    // Codes below which a second thread costs more than it saves.
    private const long Grain = 256 * 1024;

    /// <summary>The codes in words of any strides, whose last axis holds a multiple of 8 of them, as dense row-major uint8.</summary>
    public static void Unpack(int bits, BufferView words, BufferView codes)
    {
        BufferView packed = Checked("UnpackCodes", bits, words, codes, codes);
        Workers.For(codes.Layout.Count / 8, Grain / 8, (start, end) =>
            CodeBits.Unpack(packed.Pointer + start * bits, bits, codes.Pointer + start * 8, (end - start) * 8));
        GC.KeepAlive(packed);
        GC.KeepAlive(codes);
    }

    /// <summary>The lowest bits of uint8 of any strides, of which a multiple of 8 lie along the last axis, in dense row-major words.</summary>
    public static void Pack(int bits, BufferView codes, BufferView words)
    {
        BufferView bytes = Checked("PackCodes", bits, codes, words, codes);
        Workers.For(codes.Layout.Count / 8, Grain / 8, (start, end) =>
            CodeBits.Pack(bytes.Pointer + start * 8, bits, words.Pointer + start * bits, (end - start) * 8));
        GC.KeepAlive(bytes);
        GC.KeepAlive(words);
    }

    private static BufferView Checked(string kernel, int bits, BufferView source, BufferView destination, BufferView codes)
    {
        BufferView words = ReferenceEquals(codes, source) ? destination : source;
        Require.SameDType(kernel, "the array of codes", DType.UInt8, codes.DType);
        Require.SameDType(kernel, "the array of words", DType.UInt32, words.DType);
        Require.RowMajor(kernel, "output", destination.Layout);
        bool fits = bits is >= 2 and <= 8 && codes.Layout.Shape[^1] % 8 == 0 && codes.Layout.Count * bits == words.Layout.Count * 32;
        if (!fits)
            throw new ArgumentException($"{kernel}: {codes.Layout.Count} codes of {bits} bits do not fill {words.Layout.Count} words.");
        return DenseRows.Of(source, source.Layout.IsRowMajor);
    }
}
