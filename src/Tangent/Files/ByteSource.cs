namespace Tangent;

/// <summary>Bytes that can be read at any place: a file, what a stream gave, or a part of either.</summary>
/// <param name="name">What errors call it.</param>
internal abstract unsafe class ByteSource(string name)
{
    /// <summary>What errors call it: the path of a file.</summary>
    public string Name { get; } = name;

    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>True if arrays read their bytes when they are evaluated; where they are in memory anyway, arrays are made at once.</summary>
    public abstract bool IsLazy { get; }

    /// <summary>Copies bytes, which are there, to memory; on several threads, if they are many and it can.</summary>
    public abstract void Read(long offset, byte* target, long count);

    /// <summary>Bytes, which are there, where they lie, so that they need not be copied; null where they can only be read.</summary>
    public virtual Kernels.Buffer? Map(long offset, long count) => null;

    /// <summary>Refuses a file that was changed since its headers were read.</summary>
    public virtual void RequireUnchanged() { }

    // No header has as much, and no array of .NET twice as much.
    private const long MostAtOnce = 1 << 30;

    /// <summary>A copy of some bytes. More than there are is an error that names <paramref name="what"/>, before any memory is taken.</summary>
    public byte[] Read(long offset, long count, string what)
    {
        Require(offset, count, what);
        if (count > MostAtOnce)
            throw Error(offset, FormattableString.Invariant($"{what} would take {count} bytes, more than is read at once"));
        var bytes = new byte[count];
        fixed (byte* target = bytes)
            Read(offset, target, count);
        return bytes;
    }

    /// <summary>Refuses a range that does not lie within.</summary>
    public void Require(long offset, long count, string what)
    {
        if (offset < 0 || count < 0 || offset > Length || count > Length - offset)
            throw Error(Math.Clamp(offset, 0, Length), FormattableString.Invariant($"{what} would take {count} bytes, and there are {Math.Max(0, Length - offset)}"));
    }

    /// <summary>An error at a place.</summary>
    public FileFormatException Error(long offset, string what, Exception? inner = null) => new(Name, offset, what, inner);
}
