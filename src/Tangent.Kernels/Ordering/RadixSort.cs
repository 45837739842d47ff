using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Sorts unsigned integers by some of their bytes, the least significant first. Stable.</summary>
internal static unsafe class RadixSort<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private const int Values = 256;

    /// <summary>Sorts by <paramref name="digits"/> bytes from byte <paramref name="first"/> on. Bytes that all items share cost no pass.</summary>
    public static void Run(Span<T> items, Span<T> scratch, int first, int digits)
    {
        Span<int> counts = stackalloc int[digits * Values];
        counts.Clear();
        foreach (T item in items)
            for (int digit = 0; digit < digits; digit++)
                counts[digit * Values + Digit(item, first + digit)]++;
        Span<T> from = items, to = scratch[..items.Length];
        for (int digit = 0; digit < digits; digit++)
        {
            Span<int> places = counts.Slice(digit * Values, Values);
            if (places[Digit(items[0], first + digit)] == items.Length)
                continue;
            Distribute(from, to, first + digit, places);
            Span<T> swap = from;
            from = to;
            to = swap;
        }
        if (from != items)
            from.CopyTo(items);
    }

    /// <summary>Moves each item to the next place of its digit.</summary>
    private static void Distribute(Span<T> from, Span<T> to, int digit, Span<int> counts)
    {
        int place = 0;
        foreach (ref int count in counts)
        {
            int next = place + count;
            count = place;
            place = next;
        }
        foreach (T item in from)
            to[counts[Digit(item, digit)]++] = item;
    }

    private static int Digit(T item, int digit) => int.CreateTruncating(item >>> (8 * digit)) & (Values - 1);
}
