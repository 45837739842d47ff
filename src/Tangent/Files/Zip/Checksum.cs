using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>The checksum of zip archives: the cyclic redundancy check of IEEE 802.3, eight bytes a step by as many tables.</summary>
internal static class Checksum
{
    private const uint Polynomial = 0xEDB88320;
    private const int Steps = 8;

    private static readonly uint[] Table = Make();

    /// <summary>That of no bytes.</summary>
    public const uint Empty = 0;

    /// <summary>The checksum of what had one, and bytes behind it.</summary>
    public static uint Add(uint checksum, ReadOnlySpan<byte> bytes)
    {
        uint rest = ~checksum;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        uint[] table = Table;
        foreach (ulong word in words)
        {
            ulong mixed = word ^ rest;
            rest = 0;
            for (int step = 0; step < Steps; step++)
                rest ^= table[((Steps - 1 - step) << 8) | (byte)(mixed >> (8 * step))];
        }
        foreach (byte value in bytes[(words.Length * Steps)..])
            rest = (rest >> 8) ^ table[(byte)(rest ^ value)];
        return ~rest;
    }

    // Table k is what a byte leaves after k further bytes of zero.
    private static uint[] Make()
    {
        var table = new uint[Steps << 8];
        for (uint value = 0; value < 256; value++)
        {
            uint rest = value;
            for (int bit = 0; bit < 8; bit++)
                rest = (rest >> 1) ^ ((rest & 1) * Polynomial);
            table[value] = rest;
        }
        for (int i = 256; i < table.Length; i++)
            table[i] = (table[i - 256] >> 8) ^ table[(byte)table[i - 256]];
        return table;
    }
}
