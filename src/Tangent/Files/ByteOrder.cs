namespace Tangent;

/// <summary>Orders texts by their bytes, as formats do: letters outside of the first 65,536 come after all others.</summary>
internal sealed class ByteOrder : IComparer<byte[]>
{
    public static readonly ByteOrder Instance = new();

    /// <inheritdoc/>
    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
