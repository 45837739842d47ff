using Microsoft.Win32.SafeHandles;
using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// An open file, which arrays share that read it later. It is closed when the last of them is gone: what is moved into its place
/// meanwhile is another file, and does not change what they read.
/// </summary>
internal sealed unsafe class FileSource : ByteSource
{
    private const long Piece = 4 << 20;

    private readonly SafeFileHandle handle;
    private readonly DateTime written;
    private readonly FileWatch? watch = FileWatch.Current;
    private readonly LoadOptions options;
    private readonly Lazy<FileMapping> mapping;

    /// <summary>Opens a file to read.</summary>
    /// <exception cref="IOException">It is not there, or can only be read from its beginning on.</exception>
    private FileSource(string path, LoadOptions options) : base(path)
    {
        (this.options, mapping) = (options, new(Mapped));
        if (Directory.Exists(path))
            throw new IOException($"{path}: this is a folder, and no file.");
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
        try
        {
            Length = RandomAccess.GetLength(handle);
            written = File.GetLastWriteTimeUtc(handle);
            watch?.Expect(Length);
        }
        catch (NotSupportedException error)
        {
            handle.Dispose();
            throw new IOException($"{path}: it can only be read from its beginning on; open it as a stream, and load that.", error);
        }
    }

    /// <summary>Opens a file for what is made of it; closes it if nothing could be.</summary>
    public static T Open<T>(string path, Func<ByteSource, T> load) => Open(path, new(), load);

    /// <inheritdoc cref="Open{T}(string, Func{ByteSource, T})"/>
    public static T Open<T>(string path, LoadOptions options, Func<ByteSource, T> load)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        var source = new FileSource(path, options);
        try
        {
            return load(source);
        }
        catch
        {
            source.handle.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override bool IsLazy => true;

    /// <summary>Opens another file in the same way.</summary>
    public T OpenAnother<T>(string path, Func<ByteSource, T> load) => Open(path, options, load);

    /// <inheritdoc/>
    public override Kernels.Buffer? Map(long offset, long count) => options.Map && count > 0 ? mapping.Value.Part(offset, count) : null;

    /// <inheritdoc/>
    public override void Read(long offset, byte* target, long count) => Workers.For(count, Piece, (start, end) =>
    {
        for (long done = start; done < end;)
            done += ReadPiece(offset + done, new Span<byte>(target + done, (int)Math.Min(Piece, end - done)));
    });

    // Times are as fine as the file system keeps them.
    /// <inheritdoc/>
    public override void RequireUnchanged()
    {
        long length = RandomAccess.GetLength(handle);
        if (length != Length)
            throw Error(Math.Min(length, Length), FormattableString.Invariant($"the file has {length} bytes now, and had {Length} when it was opened"));
        if (File.GetLastWriteTimeUtc(handle) != written)
            throw Error(0, "the file was written to since it was opened");
    }

    // One that was cut short meanwhile would end the process.
    private FileMapping Mapped()
    {
        var mapped = new FileMapping(handle);
        RequireUnchanged();
        return mapped;
    }

    private int ReadPiece(long offset, Span<byte> target)
    {
        int count = RandomAccess.Read(handle, target, offset);
        watch?.Pass(count);
        return count > 0 ? count : throw Error(offset, FormattableString.Invariant($"the file ends here, and had {Length} bytes when it was opened"));
    }
}
