using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// Asks the processor to bring memory into a cache before it is read. Never faults; does nothing where .NET offers no
/// such instruction.
/// </summary>
internal static unsafe class Prefetch
{
    private const double BytesBeyondCaches = 8 * 1024 * 1024;

    /// <summary>True for so many bytes that they come from memory; from a cache, asking costs more than it gains.</summary>
    public static bool IsWorthwhile(double bytes) => bytes >= BytesBeyondCaches;

    /// <summary>Brings the line of one address into the second cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Bring<T>(T* source)
        where T : unmanaged
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(source);
    }

    /// <summary>Brings the lines of addresses <paramref name="stride"/> elements apart into the second cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Bring<T>(T* source, long stride, int count)
        where T : unmanaged
    {
        for (int i = 0; Sse.IsSupported && i < count; i++, source += stride)
            Sse.Prefetch1(source);
    }

    /// <summary>Brings the lines of addresses <paramref name="stride"/> elements apart into the first cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void BringClose<T>(T* source, long stride, int count)
        where T : unmanaged
    {
        for (int i = 0; Sse.IsSupported && i < count; i++, source += stride)
            Sse.Prefetch0(source);
    }
}
