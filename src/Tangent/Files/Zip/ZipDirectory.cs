using System.Buffers.Binary;

namespace Tangent;

/// <summary>
/// The entries of a zip archive, as its directory at the end lists them. What it says is compared with the file: entries lie before the
/// directory, each in bytes of its own, and have different names.
/// </summary>
internal sealed class ZipDirectory
{
    private const int EndSize = 22, LongEndSize = 56, LocatorSize = 20, EntrySize = 46, LocalSize = 30;
    private const int MostComment = ushort.MaxValue;
    private const uint EndMark = 0x06054B50, LongEndMark = 0x06064B50, LocatorMark = 0x07064B50, EntryMark = 0x02014B50, LocalMark = 0x04034B50;

    private readonly ByteSource source;
    private long start, size, count;
    private byte[] bytes = [];

    private ZipDirectory(ByteSource source) => this.source = source;

    /// <summary>The entries, each with the place at which its bytes begin.</summary>
    public List<(ZipEntry Entry, long Data)> Entries { get; } = [];

    /// <summary>Reads the directory of an archive, and the headers of its entries.</summary>
    public static ZipDirectory Read(ByteSource source)
    {
        var directory = new ZipDirectory(source);
        directory.FindBounds();
        directory.ReadEntries();
        directory.RequireApart();
        return directory;
    }

    private void FindBounds()
    {
        int tail = (int)Math.Min(source.Length, EndSize + MostComment);
        byte[] bytes = source.Read(source.Length - tail, tail, "the end of a zip archive");
        int at = bytes.Length - EndSize;
        while (at >= 0 && !IsEnd(bytes.AsSpan(at)))
            at--;
        if (at < 0)
            throw source.Error(source.Length, "the directory that ends a zip archive is missing: the file is cut short, or no such archive");
        ReadOnlySpan<byte> end = bytes.AsSpan(at);
        long place = source.Length - tail + at;
        (count, size, start) = (UInt16(end, 10), UInt32(end, 12), UInt32(end, 16));
        bool isLong = place >= LocatorSize && UInt32(source.Read(place - LocatorSize, 4, "a locator"), 0) == LocatorMark;
        if (UInt16(end, 4) != 0 || UInt16(end, 6) != 0 || (!isLong && UInt16(end, 8) != count))
            throw source.Error(place, "the archive is in several parts");
        if (isLong)
            place = ReadLongEnd(place);
        if (size < 0 || start < 0 || count < 0 || start > place || place - start != size || count > size / EntrySize)
            throw source.Error(place, FormattableString.Invariant($"the directory of {count} entries should take {size} bytes from byte {start} on, and ends here"));
    }

    private static bool IsEnd(ReadOnlySpan<byte> end) => UInt32(end, 0) == EndMark && UInt16(end, 20) == end.Length - EndSize;

    private long ReadLongEnd(long place)
    {
        byte[] locator = source.Read(place - LocatorSize, LocatorSize, "a locator");
        long at = Int64(locator, 8);
        if (at < 0 || at > place - LocatorSize - LongEndSize)
            throw source.Error(place - LocatorSize, FormattableString.Invariant($"the end of the long directory cannot be at byte {at}"));
        byte[] end = source.Read(at, LongEndSize, "the end of a long directory");
        if (UInt32(end, 0) != LongEndMark || UInt32(end, 16) != 0 || UInt32(end, 20) != 0 || Int64(end, 24) != Int64(end, 32))
            throw source.Error(at, "there should be the end of a long directory, of an archive in one part");
        (count, size, start) = (Int64(end, 32), Int64(end, 40), Int64(end, 48));
        return at;
    }

    private void ReadEntries()
    {
        bytes = source.Read(start, size, "the directory");
        var names = new HashSet<string>();
        long place = start;
        for (long i = 0; i < count; i++)
        {
            Entries.Add(ReadEntry(ref place));
            if (!names.Add(Entries[^1].Entry.Name))
                throw source.Error(place, $"there are two entries \"{Entries[^1].Entry.Name}\"");
        }
        if (place != start + size)
            throw source.Error(place, FormattableString.Invariant($"the directory has {start + size - place} bytes behind its last entry"));
    }

    private (ZipEntry Entry, long Data) ReadEntry(ref long place)
    {
        long at = place;
        ReadOnlySpan<byte> fields = Part(at, EntrySize, "an entry of the directory");
        if (UInt32(fields, 0) != EntryMark)
            throw source.Error(at, "there should be an entry of the directory");
        int nameLength = UInt16(fields, 28), extraLength = UInt16(fields, 30), commentLength = UInt16(fields, 32);
        ReadOnlySpan<byte> name = Part(at + EntrySize, nameLength, "a name"), extra = Part(at + EntrySize + nameLength, extraLength, "extra fields");
        place = at + EntrySize + nameLength + extraLength + commentLength;
        var sizes = new ZipSizes(UInt32(fields, 20), UInt32(fields, 24), UInt32(fields, 42));
        if (!sizes.TryExtend(extra) || sizes.Packed < 0 || sizes.Length < 0 || sizes.Header < 0)
            throw source.Error(at, "an entry's sizes are more than 63 bits hold, or its long sizes are missing");
        var entry = new ZipEntry(Text(name), UInt16(fields, 10), (fields[8] & 1) != 0, UInt32(fields, 16), sizes.Packed, sizes.Length, sizes.Header);
        return (entry, FindData(entry, name));
    }

    // An entry's own header repeats its name; what it says of sizes need not be right.
    private long FindData(ZipEntry entry, ReadOnlySpan<byte> name)
    {
        int length = LocalSize + name.Length;
        if (entry.Header > start || length > start - entry.Header)
            throw source.Error(Math.Min(entry.Header, source.Length), FormattableString.Invariant($"the header of \"{entry.Name}\" would take {length} bytes and end behind byte {start}"));
        ReadOnlySpan<byte> header = source.Read(entry.Header, length, "the header of an entry");
        if (UInt32(header, 0) != LocalMark || UInt16(header, 8) != entry.Method || UInt16(header, 26) != name.Length || !header[LocalSize..].SequenceEqual(name))
            throw source.Error(entry.Header, $"there should be the header of \"{entry.Name}\"");
        long data = entry.Header + length + UInt16(header, 28);
        if (data > start || entry.Packed > start - data)
            throw source.Error(entry.Header, FormattableString.Invariant($"\"{entry.Name}\" should take {entry.Packed} bytes, and {Math.Max(0, start - data)} are there before the directory"));
        return data;
    }

    // Entries in the same bytes would make more of a file than it holds.
    private void RequireApart()
    {
        long end = 0;
        foreach ((ZipEntry entry, long data) in Entries.OrderBy(pair => pair.Entry.Header))
        {
            if (entry.Header < end)
                throw source.Error(entry.Header, $"\"{entry.Name}\" begins within the entry before it");
            end = data + entry.Packed;
        }
    }

    private ReadOnlySpan<byte> Part(long offset, int length, string what)
    {
        if (offset - start > size || length > size - (offset - start))
            throw source.Error(Math.Min(offset, source.Length), FormattableString.Invariant($"{what} would take {length} bytes and end behind byte {start + size}"));
        return bytes.AsSpan((int)(offset - start), length);
    }

    private static string Text(ReadOnlySpan<byte> name) =>
        System.Text.Unicode.Utf8.IsValid(name) ? System.Text.Encoding.UTF8.GetString(name) : System.Text.Encoding.Latin1.GetString(name);

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long Int64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
