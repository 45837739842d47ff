using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Bench;

/// <summary>Reading and copying as fast as one core can. Lengths are multiples of 1 KiB, so that no loop has a remainder.</summary>
internal static unsafe class Streams
{
    private const int Step = 512;

    private static int seen;

    /// <summary>Reads a part of the memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(StreamMemory memory, long start, long bytes)
    {
        Vector512<int> a = default, b = default, c = default, d = default;
        byte* end = memory.Start + start + bytes;
        for (byte* place = memory.Start + start; place < end; place += Step)
        {
            a ^= Vector512.LoadAligned((int*)place) ^ Vector512.LoadAligned((int*)(place + 256));
            b ^= Vector512.LoadAligned((int*)(place + 64)) ^ Vector512.LoadAligned((int*)(place + 320));
            c ^= Vector512.LoadAligned((int*)(place + 128)) ^ Vector512.LoadAligned((int*)(place + 384));
            d ^= Vector512.LoadAligned((int*)(place + 192)) ^ Vector512.LoadAligned((int*)(place + 448));
        }
        seen = Vector512.Sum(a ^ b ^ c ^ d);
        GC.KeepAlive(memory);
    }

    /// <summary>Copies by way of the caches: half of the part is read, half is written.</summary>
    public static void Copy(StreamMemory memory, long start, long bytes)
    {
        byte* source = memory.Start + start / 2;
        Buffer.MemoryCopy(source, source + memory.Half, bytes / 2, bytes / 2);
        GC.KeepAlive(memory);
    }

    /// <summary>Copies with stores that do not read the line that they replace.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyPastCache(StreamMemory memory, long start, long bytes)
    {
        byte* source = memory.Start + start / 2, end = source + bytes / 2;
        for (; source < end; source += Step)
        {
            for (int i = 0; i < Step; i += 64)
                Vector512.LoadAligned(source + i).StoreAlignedNonTemporal(source + memory.Half + i);
        }
        GC.KeepAlive(memory);
    }
}
