using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// The Threefry-2x32 random function with 20 rounds (J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers:
/// as easy as 1, 2, 3", SC 2011): a key of two words turns a counter of two words into two random words.
/// </summary>
internal static class Threefry
{
    /// <summary>The third word of the key schedule is the exclusive or of the key's words with this (C240 in the paper, 32 bits).</summary>
    private const uint Parity = 0x1BD11BDA;

    /// <summary>The random words of one counter.</summary>
    public static (uint First, uint Second) Hash((uint First, uint Second) key, uint first, uint second)
    {
        uint third = key.First ^ key.Second ^ Parity;
        (first, second) = (first + key.First, second + key.Second);
        EvenRounds(ref first, ref second);
        (first, second) = (first + key.Second, second + third + 1);
        OddRounds(ref first, ref second);
        (first, second) = (first + third, second + key.First + 2);
        EvenRounds(ref first, ref second);
        (first, second) = (first + key.First, second + key.Second + 3);
        OddRounds(ref first, ref second);
        (first, second) = (first + key.Second, second + third + 4);
        EvenRounds(ref first, ref second);
        return (first + third, second + key.First + 5);
    }

    /// <summary>The random words of one counter in each lane.</summary>
    public static (Vector<uint> First, Vector<uint> Second) Hash((uint First, uint Second) key, Vector<uint> first, Vector<uint> second)
    {
        var (k0, k1) = (new Vector<uint>(key.First), new Vector<uint>(key.Second));
        var k2 = k0 ^ k1 ^ new Vector<uint>(Parity);
        (first, second) = (first + k0, second + k1);
        EvenRounds(ref first, ref second);
        (first, second) = (first + k1, second + k2 + Vector<uint>.One);
        OddRounds(ref first, ref second);
        (first, second) = (first + k2, second + k0 + new Vector<uint>(2));
        EvenRounds(ref first, ref second);
        (first, second) = (first + k0, second + k1 + new Vector<uint>(3));
        OddRounds(ref first, ref second);
        (first, second) = (first + k1, second + k2 + new Vector<uint>(4));
        EvenRounds(ref first, ref second);
        return (first + k2, second + k0 + new Vector<uint>(5));
    }

    private static void EvenRounds(ref uint x, ref uint y)
    {
        Round(ref x, ref y, 13);
        Round(ref x, ref y, 15);
        Round(ref x, ref y, 26);
        Round(ref x, ref y, 6);
    }

    private static void OddRounds(ref uint x, ref uint y)
    {
        Round(ref x, ref y, 17);
        Round(ref x, ref y, 29);
        Round(ref x, ref y, 16);
        Round(ref x, ref y, 24);
    }

    private static void EvenRounds(ref Vector<uint> x, ref Vector<uint> y)
    {
        Round(ref x, ref y, 13);
        Round(ref x, ref y, 15);
        Round(ref x, ref y, 26);
        Round(ref x, ref y, 6);
    }

    private static void OddRounds(ref Vector<uint> x, ref Vector<uint> y)
    {
        Round(ref x, ref y, 17);
        Round(ref x, ref y, 29);
        Round(ref x, ref y, 16);
        Round(ref x, ref y, 24);
    }

    private static void Round(ref uint x, ref uint y, int rotation)
    {
        x += y;
        y = BitOperations.RotateLeft(y, rotation) ^ x;
    }

    private static void Round(ref Vector<uint> x, ref Vector<uint> y, int rotation)
    {
        x += y;
        y = ((y << rotation) | (y >>> (32 - rotation))) ^ x;
    }
}
