using System.Runtime.InteropServices;

namespace Tangent.Bench;

/// <summary>Aligned memory that was touched: the first half is copied to the second, or all of it is read.</summary>
internal sealed unsafe class StreamMemory
{
    /// <summary>As many bytes.</summary>
    public StreamMemory(long bytes)
    {
        Start = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, 2 << 20);
        NativeMemory.Fill(Start, (nuint)bytes, 1);
        Half = bytes / 2;
    }

    ~StreamMemory() => NativeMemory.AlignedFree(Start);

    public byte* Start { get; }

    public long Half { get; }
}
