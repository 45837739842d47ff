using System.Buffers;

namespace Tangent;

/// <summary>Reads and writes a stream by its asynchronous methods, and waits: some have no others. It tells how far it is.</summary>
internal sealed class WaitingStream(Stream stream, FileWatch watch, CancellationToken cancellation) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => stream.CanRead;

    // Whoever writes a zip archive would go back otherwise.
    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => stream.CanWrite;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = stream.ReadAsync(buffer.AsMemory(offset, count), cancellation).AsTask().GetAwaiter().GetResult();
        watch.Pass(read);
        return read;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        byte[] copy = ArrayPool<byte>.Shared.Rent(buffer.Length);
        buffer.CopyTo(copy);
        Write(copy, 0, buffer.Length);
        ArrayPool<byte>.Shared.Return(copy);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        stream.WriteAsync(buffer.AsMemory(offset, count), cancellation).AsTask().GetAwaiter().GetResult();
        watch.Pass(count);
    }

    /// <inheritdoc/>
    public override void Flush() => stream.FlushAsync(cancellation).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
