using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Copies memory past the caches (<see cref="Streaming"/>).</summary>
internal static unsafe class StreamingCopy
{
    /// <summary>Copies bytes that do not overlap, a cache line at a time; what lies before the first whole line and after the last is copied as usual.</summary>
    public static void Run(byte* source, byte* destination, long bytes)
    {
        long start = Math.Min(bytes, -(long)destination & (Streaming.LineBytes - 1));
        NativeMemory.Copy(source, destination, (nuint)start);
        long end = start + (bytes - start & -Streaming.LineBytes);
        for (long i = start; i < end; i += Streaming.LineBytes)
            Vector512.Load(source + i).StoreAlignedNonTemporal(destination + i);
        NativeMemory.Copy(source + end, destination + end, (nuint)(bytes - end));
    }
}
