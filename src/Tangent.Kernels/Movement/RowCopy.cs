using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Copies elements at even distances to neighbouring places.</summary>
internal static unsafe class RowCopy<TBits>
    where TBits : unmanaged
{
    // Bytes below which a call costs more than it saves.
    private const int LongRow = 64;

    /// <summary>Writes destination[i] = source[i * stride] for i &lt; count.</summary>
    public static void Run(TBits* source, long stride, TBits* destination, long count)
    {
        bool isLong = count * sizeof(TBits) >= LongRow;
        if (stride == 1 && isLong)
            NativeMemory.Copy(source, destination, (nuint)(count * sizeof(TBits)));
        else if (stride == 0 && isLong)
            Fill(destination, count, *source);
        else
            RunStrided(source, stride, destination, count);
    }

    private static void RunStrided(TBits* source, long stride, TBits* destination, long count)
    {
        long i = 0;
        if (Vector512.IsHardwareAccelerated)
            i = LaneStrides<Lanes512<TBits>, TBits>.Run(source, stride, destination, count);
        else if (Vector256.IsHardwareAccelerated)
            i = LaneStrides<Lanes256<TBits>, TBits>.Run(source, stride, destination, count);
        else if (Vector128.IsHardwareAccelerated)
            i = LaneStrides<Lanes128<TBits>, TBits>.Run(source, stride, destination, count);
        for (; i < count; i++)
            destination[i] = source[i * stride];
    }

    private static void Fill(TBits* destination, long count, TBits value)
    {
        const int most = 1 << 30;
        for (; count > most; count -= most, destination += most)
            new Span<TBits>(destination, most).Fill(value);
        new Span<TBits>(destination, (int)count).Fill(value);
    }
}
