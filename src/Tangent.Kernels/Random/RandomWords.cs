using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>The random bytes that belong to one key.</summary>
/// <remarks>
/// The bytes are cut into n = ⌈bytes / 4⌉ little-endian words, the last perhaps shortened. With h = ⌊n / 2⌋ and
/// o = n mod 2, the counter (i, h + o + i) gives the words i and h + o + i for i &lt; h; if n is odd, the first half of what
/// the counter (h, 0) gives is word h. This is MLX's layout, so equal keys give equal numbers.
/// </remarks>
internal sealed unsafe class RandomWords((uint First, uint Second) key, byte* output, long size)
{
    private readonly long words = (size + 3) / 4;

    /// <summary>Number of counters that give two whole words each.</summary>
    public long Pairs => size % 4 == 0 ? Half : Math.Max(0, Half - 1);

    private long Half => words / 2;

    /// <summary>Where the second words start.</summary>
    private long Middle => Half + words % 2;

    /// <summary>Fills everything.</summary>
    public void FillAll()
    {
        FillPairs(0, Pairs);
        FillEnds();
    }

    /// <summary>Fills the words of counters from <paramref name="start"/> to before <paramref name="end"/>, at most <see cref="Pairs"/>.</summary>
    /// <remarks>Each lane is one counter; the remainder goes one by one. Words need not be aligned.</remarks>
    public void FillPairs(long start, long end)
    {
        uint* first = (uint*)output, second = first + Middle;
        for (; start <= end - Vector<uint>.Count; start += Vector<uint>.Count)
        {
            var counter = Vector.CreateSequence((uint)start, 1u);
            var (x, y) = Threefry.Hash(key, counter, counter + new Vector<uint>((uint)Middle));
            Vector.Store(x, first + start);
            Vector.Store(y, second + start);
        }
        for (; start < end; start++)
        {
            var (x, y) = Threefry.Hash(key, (uint)start, (uint)(Middle + start));
            Unsafe.WriteUnaligned(first + start, x);
            Unsafe.WriteUnaligned(second + start, y);
        }
    }

    /// <summary>Fills the odd word in the middle, and the last pair if its second word is shortened.</summary>
    public void FillEnds()
    {
        if (words % 2 == 1)
            Write(Half, Threefry.Hash(key, (uint)Half, 0).First);
        if (Pairs == Half)
            return;
        var (x, y) = Threefry.Hash(key, (uint)Pairs, (uint)(Middle + Pairs));
        Write(Pairs, x);
        Write(Middle + Pairs, y);
    }

    private void Write(long word, uint value)
    {
        int length = (int)Math.Min(sizeof(uint), size - sizeof(uint) * word);
        Unsafe.CopyBlockUnaligned(output + sizeof(uint) * word, &value, (uint)length);
    }
}
