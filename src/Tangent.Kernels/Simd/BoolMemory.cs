using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Booleans in memory, bytes 0 and 1, as masks in lanes of any width.</summary>
internal static unsafe class BoolMemory
{
    /// <summary>A lane is all ones where the byte is not zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load<V, T>(byte* source)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        // In integer lanes; a byte zero-extended into a floating lane is a subnormal number, and unequal to zero too.
        V bytes = NarrowMemory.LoadBytes<V, T>(source);
        return ~V.Equal(bytes, V.Broadcast(default));
    }

    /// <summary>A byte is 1 where the lane is all ones, 0 where it is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<V, T>(V mask, byte* destination)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged =>
        NarrowMemory.StoreBytes<V, T>(mask & OneBit<V, T>(), destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V OneBit<V, T>()
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        if (sizeof(T) == 8)
            return V.Broadcast(Unsafe.BitCast<long, T>(1));
        if (sizeof(T) == 4)
            return V.Broadcast(Unsafe.BitCast<int, T>(1));
        if (sizeof(T) == 2)
            return V.Broadcast(Unsafe.BitCast<short, T>(1));
        return V.Broadcast(Unsafe.BitCast<byte, T>(1));
    }
}
