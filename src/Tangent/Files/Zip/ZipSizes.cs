using System.Buffers.Binary;

namespace Tangent;

/// <summary>Sizes and place of an entry, which stand in an extra field where 32 bits are too few.</summary>
internal struct ZipSizes(uint packed, uint length, uint header)
{
    private const int LongSizes = 1;

    /// <summary>The bytes in the archive.</summary>
    public long Packed { get; private set; } = packed;

    /// <summary>The bytes that they stand for.</summary>
    public long Length { get; private set; } = length;

    /// <summary>Where the entry begins.</summary>
    public long Header { get; private set; } = header;

    /// <summary>Takes what is too long for 32 bits from the extra fields; false if it is not there.</summary>
    public bool TryExtend(ReadOnlySpan<byte> extra)
    {
        ReadOnlySpan<byte> field = Find(extra);
        if (Length == uint.MaxValue)
        {
            if (!TryTake(ref field, out long value))
                return false;
            Length = value;
        }
        if (Packed == uint.MaxValue)
        {
            if (!TryTake(ref field, out long value))
                return false;
            Packed = value;
        }
        if (Header != uint.MaxValue)
            return true;
        bool isThere = TryTake(ref field, out long place);
        Header = place;
        return isThere;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> field, out long value)
    {
        if (!BinaryPrimitives.TryReadInt64LittleEndian(field, out value))
            return false;
        field = field[sizeof(long)..];
        return true;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra), length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
                break;
            if (id == LongSizes)
                return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }
        return [];
    }
}
