using System.Buffers;

namespace Tangent;

/// <summary>Memory that someone else lends, who is told once when nobody reads it any more.</summary>
internal sealed unsafe class DLPackLoan : IPinnable
{
    private readonly nint managed;
    private readonly bool isVersioned;
    private readonly long bytes;

    /// <summary>Takes a structure over. The collector is told what it keeps.</summary>
    public DLPackLoan(nint managed, bool isVersioned, long bytes)
    {
        this.managed = managed;
        this.isVersioned = isVersioned;
        this.bytes = bytes;
        if (bytes > 0)
            GC.AddMemoryPressure(bytes);
    }

    /// <summary>The memory stays where it is.</summary>
    public MemoryHandle Pin(int elementIndex) => throw new NotSupportedException();

    /// <summary>Gives the memory back.</summary>
    public void Unpin()
    {
        if (bytes > 0)
            GC.RemoveMemoryPressure(bytes);
        if (isVersioned)
        {
            var versioned = (DLManagedTensorVersioned*)managed;
            if (versioned->Deleter is not null)
                versioned->Deleter(versioned);
            return;
        }
        var plain = (DLManagedTensor*)managed;
        if (plain->Deleter is not null)
            plain->Deleter(plain);
    }
}
