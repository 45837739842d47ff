using System.IO.Compression;

namespace Tangent;

/// <summary>The bytes that an entry of a zip archive stands for. Whoever reads to their end is told if they are not those of the checksum.</summary>
internal sealed unsafe class ZipEntrySource(ByteSource archive, ZipEntry entry, long data) : ByteSource($"{archive.Name}, {entry.Name}")
{
    // No deflated byte stands for more.
    private const long MostGrowth = 1032;
    private const int Buffer = 1 << 16;
    private const long First = 256;

    private byte[]? first;

    /// <inheritdoc/>
    public override long Length => entry.Length;

    /// <inheritdoc/>
    public override bool IsLazy => archive.IsLazy;

    /// <summary>Why the bytes cannot be had; null if they can.</summary>
    public static string? Refusal(ZipEntry entry) =>
        entry.IsEncrypted ? "is encrypted"
        : entry.Method is ZipEntry.Stored or ZipEntry.Deflated ? null
        : $"is compressed by method {entry.Method}; known are 0, stored, and 8, deflated";

    /// <summary>Refuses sizes that cannot be.</summary>
    public void RequireSizes()
    {
        if (entry.Method == ZipEntry.Stored ? entry.Length != entry.Packed : entry.Length / MostGrowth > entry.Packed)
            throw Error(0, FormattableString.Invariant($"{entry.Packed} bytes cannot stand for {entry.Length}"));
    }

    /// <inheritdoc/>
    public override void RequireUnchanged() => archive.RequireUnchanged();

    /// <inheritdoc/>
    public override void Read(long offset, byte* target, long count)
    {
        if (offset + count <= Math.Min(First, Length))
            FirstBytes().AsSpan((int)offset, (int)count).CopyTo(new(target, (int)count));
        else
            Unpack(offset, target, count);
    }

    private void Unpack(long offset, byte* target, long count)
    {
        if (entry.Method == ZipEntry.Stored)
            ReadStored(offset, target, count);
        else
            Inflate(offset, target, count);
    }

    // Headers are read in several small steps, and each would ask the system, or inflate anew.
    private byte[] FirstBytes()
    {
        if (first is not null)
            return first;
        var bytes = new byte[Math.Min(First, Length)];
        fixed (byte* target = bytes)
            Unpack(0, target, bytes.Length);
        return first = bytes;
    }

    private void ReadStored(long offset, byte* target, long count)
    {
        archive.Read(data + offset, target, count);
        if (offset + count == Length)
            Require(AddTo(ChecksumBefore(offset), target, count));
    }

    private void Require(uint checksum)
    {
        if (checksum != entry.Checksum)
            throw Error(Length, FormattableString.Invariant($"the bytes have checksum {checksum:x8} and should have {entry.Checksum:x8}: the file is damaged"));
    }

    private uint ChecksumBefore(long end)
    {
        uint checksum = Checksum.Empty;
        var buffer = new byte[Math.Min(Buffer, end)];
        fixed (byte* bytes = buffer)
            for (long done = 0; done < end; done += buffer.Length)
            {
                int count = (int)Math.Min(buffer.Length, end - done);
                archive.Read(data + done, bytes, count);
                checksum = Checksum.Add(checksum, buffer.AsSpan(0, count));
            }
        return checksum;
    }

    private static uint AddTo(uint checksum, byte* bytes, long count)
    {
        const long piece = 1 << 30;
        for (long done = 0; done < count; done += piece)
            checksum = Checksum.Add(checksum, new(bytes + done, (int)Math.Min(piece, count - done)));
        return checksum;
    }

    private void Inflate(long offset, byte* target, long count)
    {
        uint checksum = Checksum.Empty;
        try
        {
            using var inflated = new DeflateStream(Packed(offset + count), CompressionMode.Decompress);
            byte[] skipped = offset > 0 ? new byte[Math.Min(Buffer, offset)] : [];
            for (long done = 0; done < offset;)
                done += Fill(inflated, skipped.AsSpan(0, (int)Math.Min(skipped.Length, offset - done)), done, ref checksum);
            for (long done = 0; done < count;)
                done += Fill(inflated, new(target + done, (int)Math.Min(Buffer, count - done)), offset + done, ref checksum);
            if (offset + count < Length)
                return;
            if (inflated.ReadByte() >= 0)
                throw Error(Length, "it inflates to more bytes than it says");
        }
        catch (InvalidDataException error)
        {
            throw Error(offset, "it does not inflate: the file is damaged", error);
        }
        Require(checksum);
    }

    // Where much is inflated, the system is asked less often than the inflater asks.
    private Stream Packed(long inflated)
    {
        var packed = new SourceStream(archive, data, entry.Packed);
        return Math.Min(inflated, entry.Packed) > Buffer ? new BufferedStream(packed, Buffer) : packed;
    }

    private int Fill(DeflateStream inflated, Span<byte> target, long at, ref uint checksum)
    {
        int count = inflated.Read(target);
        if (count == 0)
            throw Error(at, FormattableString.Invariant($"it inflates to {at} bytes, not {Length}"));
        checksum = Checksum.Add(checksum, target[..count]);
        return count;
    }
}
