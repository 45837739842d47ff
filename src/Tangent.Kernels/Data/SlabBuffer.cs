using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// A small buffer cut from a pinned managed slab of its thread. It costs one bump of a pointer and no finaliser:
/// a slab dies with the last buffer cut from it.
/// </summary>
internal sealed unsafe class SlabBuffer : Buffer
{
    /// <summary>The largest size in bytes that is cut from a slab.</summary>
    public const int Limit = 1024;

    private const int Alignment = 64;
    private const int SlabSize = 64 * 1024;

    [ThreadStatic] private static byte[]? slab;
    [ThreadStatic] private static int used;

    private readonly byte[] owner;

    private SlabBuffer(byte* pointer, int size, byte[] owner) : base(pointer, size) => this.owner = owner;

    /// <summary>Cuts <paramref name="size"/> bytes, rounded up to the alignment.</summary>
    public static SlabBuffer Take(int size)
    {
        int rounded = Math.Max(Alignment, (size + Alignment - 1) & -Alignment);
        if (slab is null || used + rounded > SlabSize)
            NewSlab();
        byte* pointer = (byte*)Unsafe.AsPointer(ref slab![used]);
        used += rounded;
        return new SlabBuffer(pointer, rounded, slab);
    }

    private static void NewSlab()
    {
        slab = GC.AllocateUninitializedArray<byte>(SlabSize + Alignment, pinned: true);
        long address = (long)Unsafe.AsPointer(ref slab[0]);
        used = (int)(-address & (Alignment - 1));
    }
}
