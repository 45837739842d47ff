using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// The block sizes of the pool: 1 KiB, then eight evenly spaced sizes up to each next power of two, so that a block
/// is at most an eighth larger than what was asked for.
/// </summary>
internal static class SizeClass
{
    /// <summary>The smallest block in bytes.</summary>
    public const long Smallest = 1L << SmallestLog;

    /// <summary>The largest block in bytes: the address space of today's processors.</summary>
    public const long Largest = 1L << LargestLog;

    /// <summary>How many sizes there are.</summary>
    public const int Count = (LargestLog - SmallestLog) * StepsPerOctave + 1;

    private const int SmallestLog = 10;
    private const int LargestLog = 47;
    private const int StepsLog = 3;
    private const int StepsPerOctave = 1 << StepsLog;

    /// <summary>The class of the smallest block that holds <paramref name="size"/> bytes, at most <see cref="Largest"/>.</summary>
    public static int IndexOf(long size)
    {
        if (size <= Smallest)
            return 0;
        int octave = BitOperations.Log2((ulong)(size - 1));
        int step = (int)((size - 1) >> (octave - StepsLog)) - StepsPerOctave;
        return (octave - SmallestLog) * StepsPerOctave + step + 1;
    }

    /// <summary>The bytes of a block of the class <paramref name="index"/>.</summary>
    public static long SizeOf(int index)
    {
        if (index == 0)
            return Smallest;
        int octave = SmallestLog + (index - 1) / StepsPerOctave;
        long step = (index - 1) % StepsPerOctave + 1;
        return (StepsPerOctave + step) << (octave - StepsLog);
    }
}
