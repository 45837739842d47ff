using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Moves dense elements of 1, 2, 4 or 8 bytes.</summary>
internal static unsafe class Elements
{
    /// <summary>Copies <paramref name="count"/> elements.</summary>
    public static void Copy(byte* destination, byte* source, int size, long count)
    {
        if (count != 1)
            System.Buffer.MemoryCopy(source, destination, size * count, size * count);
        else if (size == 4)
            *(uint*)destination = *(uint*)source;
        else if (size == 8)
            *(ulong*)destination = *(ulong*)source;
        else if (size == 2)
            *(ushort*)destination = *(ushort*)source;
        else
            *destination = *source;
    }

    /// <summary>Copies dense elements to places <paramref name="stride"/> bytes apart.</summary>
    public static void Spread(byte* destination, long stride, byte* source, int size, long count)
    {
        if (stride == size)
            Copy(destination, source, size, count);
        else
            for (long i = 0; i < count; i++)
                Copy(destination + i * stride, source + i * size, size, 1);
    }

    /// <summary>Repeats one element to at least <paramref name="count"/> elements, rounded up to 64 bytes.</summary>
    public static void Fill(byte* destination, byte* element, int size, long count)
    {
        Vector512<byte> pattern = size switch
        {
            1 => Vector512.Create(*element),
            2 => Vector512.Create(*(ushort*)element).AsByte(),
            4 => Vector512.Create(*(uint*)element).AsByte(),
            _ => Vector512.Create(*(ulong*)element).AsByte(),
        };
        for (long i = 0; i < count * size; i += Vector512<byte>.Count)
            pattern.Store(destination + i);
    }
}
