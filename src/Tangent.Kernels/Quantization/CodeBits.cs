using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// Codes of 2 to 8 bits that follow each other from the lowest bit on, and the bytes that hold one each. Eight codes fill as many
/// bytes as a code has bits.
/// </summary>
internal static unsafe class CodeBits
{
    private const ulong EachByte = 0x0101_0101_0101_0101;
    private const ulong EachHalf = 0x0001_0001_0001_0001;
    private const ulong EachWord = 0x0000_0001_0000_0001;

    /// <summary>One code a byte; <paramref name="count"/> is a multiple of 8. What lies behind the last code is not read.</summary>
    public static void Unpack(byte* packed, int bits, byte* codes, long count)
    {
        byte* end = packed + count / 8 * bits;
        for (; packed + sizeof(ulong) <= end; packed += bits, codes += 8)
            *(ulong*)codes = Spread(*(ulong*)packed, bits);
        for (; packed < end; packed += bits, codes += 8)
        {
            ulong eight = 0;
            for (int i = 0; i < bits; i++)
                eight |= (ulong)packed[i] << (8 * i);
            *(ulong*)codes = Spread(eight, bits);
        }
    }

    /// <summary>The lowest bits of bytes, one after the other; <paramref name="count"/> is a multiple of 8.</summary>
    public static void Pack(byte* codes, int bits, byte* packed, long count)
    {
        for (byte* end = codes + count; codes < end; codes += 8, packed += bits)
        {
            ulong eight = Gather(*(ulong*)codes, bits);
            for (int i = 0; i < bits; i++)
                packed[i] = (byte)(eight >> (8 * i));
        }
    }

    // Without the instruction: the halves, quarters and eighths part one after the other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Spread(ulong x, int bits)
    {
        if (Bmi2.X64.IsSupported)
            return Bmi2.X64.ParallelBitDeposit(x, Low(bits) * EachByte);
        x = Part(x, 4 * bits, 32, 1);
        x = Part(x, 2 * bits, 16, EachWord);
        return Part(x, bits, 8, EachHalf);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Gather(ulong x, int bits)
    {
        if (Bmi2.X64.IsSupported)
            return Bmi2.X64.ParallelBitExtract(x, Low(bits) * EachByte);
        x = Join(x, bits, 8, EachHalf);
        x = Join(x, 2 * bits, 16, EachWord);
        return Join(x, 4 * bits, 32, 1);
    }

    // Of two runs of so many bits that meet in each field the second moves to the middle of the field; and back.
    private static ulong Part(ulong x, int bits, int middle, ulong each) =>
        (x & Low(bits) * each) | (x << (middle - bits) & (Low(bits) << middle) * each);

    private static ulong Join(ulong x, int bits, int middle, ulong each) =>
        (x & Low(bits) * each) | (x >> (middle - bits) & (Low(bits) << bits) * each);

    private static ulong Low(int bits) => ulong.MaxValue >> (64 - bits);
}
