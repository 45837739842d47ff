using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Tangent.Kernels;

namespace Tangent;

/// <summary>Elements that take as many bytes in the file, and are changed where they were read to.</summary>
internal sealed unsafe class InPlaceCoding(string name, InPlaceCoding.Change? change) : RegionCoding(name, 1, 1)
{
    // A multiple of the size of every element.
    private const long Piece = 1 << 20;

    /// <summary>Changes whole elements.</summary>
    public delegate void Change(Span<byte> elements);

    /// <inheritdoc/>
    public override void Read(ByteSource source, long offset, byte* target, long bytes)
    {
        source.Read(offset, target, bytes);
        if (change is null)
            return;
        Workers.For((bytes + Piece - 1) / Piece, 1, (first, end) =>
        {
            for (long piece = first; piece < end; piece++)
                change(new Span<byte>(target + piece * Piece, (int)Math.Min(Piece, bytes - piece * Piece)));
        });
    }

    /// <summary>Makes bytes 0 or 1.</summary>
    public static void MakeTruths(Span<byte> elements)
    {
        for (int i = 0; i < elements.Length; i++)
            elements[i] = elements[i] == 0 ? (byte)0 : (byte)1;
    }

    /// <summary>Exchanges the bytes of words of two.</summary>
    public static void SwapWordsOf2(Span<byte> elements) => Swap(MemoryMarshal.Cast<byte, ushort>(elements));

    /// <summary>Exchanges the bytes of words of four.</summary>
    public static void SwapWordsOf4(Span<byte> elements) => Swap(MemoryMarshal.Cast<byte, uint>(elements));

    /// <summary>Exchanges the bytes of words of eight.</summary>
    public static void SwapWordsOf8(Span<byte> elements) => Swap(MemoryMarshal.Cast<byte, ulong>(elements));

    private static void Swap(Span<ushort> words) => BinaryPrimitives.ReverseEndianness(words, words);

    private static void Swap(Span<uint> words) => BinaryPrimitives.ReverseEndianness(words, words);

    private static void Swap(Span<ulong> words) => BinaryPrimitives.ReverseEndianness(words, words);
}
