using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tangent.Tests.Interop;

/// <summary>Memory of another library as DLPack describes it, written by hand, that counts how often it was freed.</summary>
internal sealed unsafe class ForeignTensor
{
    private static readonly ConcurrentDictionary<nint, int> Deletions = new();
    private static int count;

    private readonly nint id = Interlocked.Increment(ref count);
    private readonly byte* block;

    /// <summary>A tensor over these bytes; lengths and strides in elements, null for no such list.</summary>
    public ForeignTensor(ReadOnlySpan<byte> bytes, byte code, byte bits, long[]? lengths, long[]? strides = null, bool isVersioned = false, int misalignment = 0)
    {
        IsVersioned = isVersioned;
        block = (byte*)NativeMemory.AlignedAlloc((nuint)bytes.Length + 128, 64) + misalignment;
        bytes.CopyTo(new Span<byte>(block, bytes.Length));
        Tensor.Data = block;
        Tensor.DeviceType = 1;
        Tensor.Rank = lengths?.Length ?? 0;
        Tensor.ElementType = new(code, bits, 1);
        Tensor.Lengths = Copy(lengths);
        Tensor.Strides = Copy(strides);
        Deletions[id] = 0;
    }

    /// <summary>What the structure says of the memory; to be set before <see cref="Managed"/> is called.</summary>
    public DLTensor Tensor;

    public bool IsVersioned { get; }

    public uint Major { get; init; } = 1;

    public bool HasDeleter { get; init; } = true;

    /// <summary>How often it was freed.</summary>
    public int Freed => Deletions[id];

    public static ForeignTensor Of<T>(T[] elements, byte code, long[] lengths, long[]? strides = null, bool isVersioned = false, int misalignment = 0) where T : unmanaged =>
        new(MemoryMarshal.AsBytes(elements.AsSpan()), code, (byte)(8 * sizeof(T)), lengths, strides, isVersioned, misalignment);

    /// <summary>A new structure that describes it.</summary>
    public nint Managed()
    {
        if (IsVersioned)
        {
            var versioned = (DLManagedTensorVersioned*)NativeMemory.AllocZeroed((nuint)sizeof(DLManagedTensorVersioned));
            *versioned = new() { Major = Major, Minor = 3, Context = id, Deleter = HasDeleter ? &DeleteVersioned : null, Flags = 1, Tensor = Tensor };
            return (nint)versioned;
        }
        var plain = (DLManagedTensor*)NativeMemory.AllocZeroed((nuint)sizeof(DLManagedTensor));
        *plain = new() { Tensor = Tensor, Context = id, Deleter = HasDeleter ? &Delete : null };
        return (nint)plain;
    }

    /// <summary>Collects until the finalisers of all that is dropped have run.</summary>
    public static void Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static long* Copy(long[]? numbers)
    {
        if (numbers is null)
            return null;
        var copy = (long*)NativeMemory.Alloc((nuint)(8 * Math.Max(1, numbers.Length)));
        numbers.CopyTo(new Span<long>(copy, numbers.Length));
        return copy;
    }

    // The memory is left as it is, but for its contents: who reads it after it was freed sees it.
    private static void Free(nint id, DLTensor tensor)
    {
        Deletions.AddOrUpdate(id, 1, (_, times) => times + 1);
        if (tensor.Data is not null && tensor.Rank > 0 && tensor.Lengths[0] > 0)
            *tensor.Data = 0xEE;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Delete(DLManagedTensor* tensor) => Free(tensor->Context, tensor->Tensor);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DeleteVersioned(DLManagedTensorVersioned* tensor) => Free(tensor->Context, tensor->Tensor);
}
