namespace Tangent;

/// <summary>What was read of a stream. It grows by what there is, whatever the stream claims.</summary>
internal sealed unsafe class MemorySource : ByteSource
{
    private const int Piece = 1 << 16;

    private readonly List<byte[]> pieces = [];
    private long length;

    /// <summary>Nothing yet of a stream.</summary>
    public MemorySource(Stream stream) : base(stream is FileStream file ? file.Name : "the stream")
    {
        if (!stream.CanRead)
            throw new ArgumentException("Load: the stream cannot be read.", nameof(stream));
    }

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override bool IsLazy => false;

    /// <summary>All that is left of a stream.</summary>
    public static MemorySource ToEnd(Stream stream)
    {
        var source = new MemorySource(stream);
        source.Take(stream, long.MaxValue);
        return source;
    }

    /// <summary>Reads as many bytes more, or all there are.</summary>
    public void Take(Stream stream, long count)
    {
        while (count > 0)
        {
            int filled = (int)(length % Piece);
            if (filled == 0)
                pieces.Add(new byte[Piece]);
            int read = stream.Read(pieces[^1], filled, (int)Math.Min(count, Piece - filled));
            if (read == 0)
                return;
            length += read;
            count -= read;
        }
    }

    /// <inheritdoc/>
    public override void Read(long offset, byte* target, long count)
    {
        while (count > 0)
        {
            int start = (int)(offset % Piece), size = (int)Math.Min(count, Piece - start);
            pieces[(int)(offset / Piece)].AsSpan(start, size).CopyTo(new Span<byte>(target, size));
            target += size;
            (offset, count) = (offset + size, count - size);
        }
    }
}
