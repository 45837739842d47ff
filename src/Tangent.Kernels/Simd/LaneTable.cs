using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>Constant registers in memory that is never given back: numbers of lanes to permute by, and masks.</summary>
internal unsafe readonly struct LaneTable<V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
    private const int Alignment = 64;

    private readonly T* memory;

    /// <summary>So many registers, all zeros.</summary>
    public LaneTable(int registers)
    {
        nuint size = (nuint)(registers * sizeof(V));
        memory = (T*)NativeMemory.AlignedAlloc(size, Alignment);
        NativeMemory.Clear(memory, size);
    }

    /// <summary>The register of a number.</summary>
    public V this[int register] => V.Load(memory + register * V.Count);

    /// <summary>Sets a lane to a small whole number.</summary>
    public void SetPlace(int register, int lane, int place)
    {
        // There are at most 64 lanes, so that the lowest byte holds the number, whatever type the lanes have.
        byte* first = (byte*)(memory + register * V.Count + lane);
        first[BitConverter.IsLittleEndian ? 0 : sizeof(T) - 1] = (byte)place;
    }

    /// <summary>Sets all bits of a lane.</summary>
    public void SetMask(int register, int lane) => new Span<byte>(memory + register * V.Count + lane, sizeof(T)).Fill(byte.MaxValue);
}
