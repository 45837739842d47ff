using System.Buffers;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;
using Tangent.Kernels;
using Buffer = Tangent.Kernels.Buffer;

namespace Tangent;

/// <summary>A whole file as memory that is only read. It goes when no array is left that lies in it.</summary>
internal sealed unsafe class FileMapping : IPinnable
{
    private readonly SafeMemoryMappedViewHandle view;
    private readonly byte* first;

    /// <summary>Maps a file that is not empty.</summary>
    public FileMapping(SafeFileHandle handle)
    {
        // What is mapped stays without it.
        using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        MemoryMappedViewAccessor whole = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        view = whole.SafeMemoryMappedViewHandle;
        view.AcquirePointer(ref first);
        first += whole.PointerOffset;
    }

    /// <summary>Handles of the system end after all others, so this one is still there.</summary>
    ~FileMapping()
    {
        if (first is not null)
            view.ReleasePointer();
    }

    /// <summary>Some of its bytes, which keep it.</summary>
    public Buffer Part(long offset, long count) => new PinnedBuffer(new MemoryHandle(first + offset, pinnable: this), count);

    /// <summary>The memory stays where it is.</summary>
    public MemoryHandle Pin(int elementIndex) => throw new NotSupportedException();

    /// <summary>The other parts are still there.</summary>
    public void Unpin() { }
}
