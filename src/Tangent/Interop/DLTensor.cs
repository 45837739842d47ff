using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>An array in memory as DLPack describes it (dlpack.h, version 1): lengths and strides in elements, the first of which lies at the offset.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DLTensor
{
    public byte* Data;
    public int DeviceType;
    public int DeviceIndex;
    public int Rank;
    public DLElementType ElementType;
    public long* Lengths;
    public long* Strides;
    public ulong ByteOffset;
}

/// <summary>A <see cref="DLTensor"/> with who frees it, as DLPack had it before version 1.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DLManagedTensor
{
    public DLTensor Tensor;
    public nint Context;
    public delegate* unmanaged[Cdecl]<DLManagedTensor*, void> Deleter;
}

/// <summary>The same since version 1, with flags.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DLManagedTensorVersioned
{
    public const uint ReadableMajor = 1;
    public const ulong ReadOnly = 1;
    public const ulong Copied = 2;

    public uint Major;
    public uint Minor;
    public nint Context;
    public delegate* unmanaged[Cdecl]<DLManagedTensorVersioned*, void> Deleter;
    public ulong Flags;
    public DLTensor Tensor;
}
