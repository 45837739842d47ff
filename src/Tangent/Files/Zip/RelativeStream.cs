namespace Tangent;

/// <summary>A stream as if it began where it is now: an archive counts its bytes from its own first.</summary>
internal sealed class RelativeStream(Stream stream) : Stream
{
    private readonly long start = stream.Position;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => stream.Length - start;

    /// <inheritdoc/>
    public override long Position { get => stream.Position - start; set => stream.Position = start + value; }

    /// <summary>The stream itself where nothing is before it, or where nobody can tell.</summary>
    public static Stream From(Stream stream) => stream.CanSeek && stream.Position > 0 ? new RelativeStream(stream) : stream;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => stream.Write(buffer);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => stream.Write(buffer, offset, count);

    /// <inheritdoc/>
    public override void Flush() => stream.Flush();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => stream.Seek(origin == SeekOrigin.Begin ? start + offset : offset, origin) - start;

    /// <inheritdoc/>
    public override void SetLength(long value) => stream.SetLength(start + value);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
