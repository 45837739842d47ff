using System.Buffers.Binary;
using System.Text;

namespace Tangent;

/// <summary>Goes through the header of a gguf file. Each number is compared with the bytes that are left before anything is made of it.</summary>
internal sealed class GgufCursor(ByteSource source)
{
    private const int Window = 1 << 16;

    private byte[] window = [];
    private long windowStart;

    /// <summary>The byte that is next.</summary>
    public long Place { get; private set; }

    /// <summary>How many bytes are left.</summary>
    public long Left => source.Length - Place;

    /// <summary>The next bytes, as they are.</summary>
    public ReadOnlySpan<byte> Bytes(long count, string what)
    {
        source.Require(Place, count, what);
        long start = Place - windowStart;
        if (start < 0 || start + count > window.Length)
        {
            windowStart = Place;
            window = source.Read(Place, Math.Min(Left, Math.Max(count, Window)), what);
            start = 0;
        }
        Place += count;
        return window.AsSpan((int)start, (int)count);
    }

    /// <summary>A number of 32 bits.</summary>
    public uint UInt32(string what) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(sizeof(uint), what));

    /// <summary>A number of 64 bits.</summary>
    public ulong UInt64(string what) => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(sizeof(ulong), what));

    /// <summary>How many of something follow that takes so many bytes at least.</summary>
    public long Count(int bytes, string what)
    {
        long at = Place;
        ulong count = UInt64(what);
        return count <= (ulong)(Left / bytes)
            ? (long)count
            : throw source.Error(at, FormattableString.Invariant($"{what} would be {count}, each of {bytes} bytes or more, and {Left} bytes are left"));
    }

    /// <summary>A text. Tokens of some models are no whole letters: what is none becomes the letter for that.</summary>
    public string Text(string what) => Encoding.UTF8.GetString(Bytes(Count(1, what), what));

    /// <summary>An error at a place.</summary>
    public FileFormatException Error(long place, string what) => source.Error(place, what);
}
