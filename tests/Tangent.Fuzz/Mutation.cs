using System.Buffers.Binary;

namespace Tangent.Fuzz;

/// <summary>Changes files at random: bits, bytes, numbers, words, and parts that are left out, doubled, or taken from others.</summary>
internal sealed class Mutation(Random random, IReadOnlyList<byte[]> corpus)
{
    private const int MostChanges = 6;
    private const int MostLength = 1 << 14;

    private static readonly ulong[] Numbers = [0, 1, 2, 7, 8, 16, 31, 32, 33, 63, 64, 127, 128, 255, 256, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 1ul << 32, 1ul << 62, long.MaxValue, 1ul << 63, ulong.MaxValue - 1, ulong.MaxValue];

    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "{", "}", "[", "]", "(", ")", ",", ":", "\"", "'", "0", "-1", "1e0", "18446744073709551616", "4294967296", "2147483648", "null", "true", "\\ud800", "\\u0000", "..", "/",
            "\"dtype\"", "\"shape\"", "\"data_offsets\"", "__metadata__", "F32", "BOOL", "U8", "F4", "'descr'", "'fortran_order'", "'shape'", "True", ">c8", "|b1", "<V2", "|O",
            "general.alignment", "\"inputs\"", "\"results\"", "\"parameters\"", "\"functions\"", "float32[2]", "float64[0]", "int32[]", "bool[]", "weight_map", "PK\x1\x2", "PK\x5\x6",
            "Sum", "Gather", "Scatter", "Slice", "WhileLoop", "Convolution", "Attention", "AsStrided", "Reshape", "Concatenate",
        }.Select(word => System.Text.Encoding.Latin1.GetBytes(word)),
    ];

    /// <summary>Another file.</summary>
    public byte[] Next()
    {
        byte[] bytes = [.. Some()];
        for (int changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
            bytes = Changed(bytes);
        return bytes;
    }

    private byte[] Some() => corpus[random.Next(corpus.Count)];

    private byte[] Changed(byte[] bytes)
    {
        int place = random.Next(bytes.Length + 1), length = random.Next(1 + Math.Min(bytes.Length - place, 1 << random.Next(1, 9)));
        switch (random.Next(bytes.Length == 0 ? 2 : 10))
        {
            case 0:
                return With(bytes, place, 0, Words[random.Next(Words.Length)]);
            case 1:
                byte[] other = Some();
                int from = random.Next(other.Length + 1);
                return With(bytes, place, length, other[from..Math.Min(other.Length, from + (1 << random.Next(1, 9)))]);
            case 2:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 3:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 4:
                return Number(bytes, random.Next(bytes.Length));
            case 5:
                return With(bytes, place, length, []);
            case 6:
                return With(bytes, place, 0, bytes[place..(place + length)]);
            case 7:
                byte[] word = Words[random.Next(Words.Length)];
                return With(bytes, place, Math.Min(word.Length, bytes.Length - place), word);
            case 8:
                // Digits of texts.
                int digit = Array.FindIndex(bytes, random.Next(bytes.Length), value => value is >= (byte)'0' and <= (byte)'9');
                if (digit >= 0)
                    bytes[digit] = (byte)random.Next('0', '9' + 1);
                return bytes;
            default:
                return random.Next(4) == 0 ? bytes[..place] : Number(bytes, random.Next(bytes.Length));
        }
    }

    private byte[] Number(byte[] bytes, int place)
    {
        int size = Math.Min(1 << random.Next(4), bytes.Length - place);
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        word.Clear();
        bytes.AsSpan(place, size).CopyTo(word);
        ulong number = random.Next(2) == 0 ? Numbers[random.Next(Numbers.Length)] : BinaryPrimitives.ReadUInt64LittleEndian(word) + (ulong)random.Next(-16, 17);
        BinaryPrimitives.WriteUInt64LittleEndian(word, number);
        word[..size].CopyTo(bytes.AsSpan(place));
        return bytes;
    }

    private static byte[] With(byte[] bytes, int place, int length, byte[] part) =>
        bytes.Length + part.Length > MostLength ? bytes : [.. bytes[..place], .. part, .. bytes[(place + length)..]];
}
