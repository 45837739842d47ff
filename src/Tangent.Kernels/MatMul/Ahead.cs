using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>Asks the processor to bring memory into the second cache before it is read. Never faults.</summary>
internal static unsafe class Ahead
{
    private const double BytesBeyondCaches = 8 * 1024 * 1024;

    /// <summary>True for data of so many bytes that they come from memory; from a cache, asking costs more than it gains.</summary>
    public static bool IsWorthwhile(double bytes) => bytes >= BytesBeyondCaches;

    /// <summary>Brings the lines at <paramref name="count"/> addresses, <paramref name="stride"/> elements apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of<T>(T* source, long stride, int count)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
            return;
        for (int i = 0; i < count; i++)
            Sse.Prefetch1(source + i * stride);
    }
}
