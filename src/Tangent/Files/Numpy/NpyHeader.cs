using System.Buffers.Binary;
using System.Text;

namespace Tangent;

/// <summary>The header of a <c>.npy</c> file, checked.</summary>
/// <param name="Type">The type of the elements, which may be unknown.</param>
/// <param name="IsColumnMajor">True if the first axis runs fastest.</param>
/// <param name="Lengths">The lengths of the axes.</param>
/// <param name="Data">Where the elements begin.</param>
internal sealed record NpyHeader(NpyType Type, bool IsColumnMajor, ulong[] Lengths, long Data)
{
    /// <summary>Bytes up to the length of the header, which takes two of them, or four since version 2.</summary>
    public const int Prefix = 8;

    // Those that NumPy writes have some hundred bytes.
    private const uint Most = 1 << 16;

    /// <summary>The first bytes of every such file.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a header at the beginning.</summary>
    public static NpyHeader Read(ByteSource source)
    {
        int size = LengthSize(source);
        uint length = Length(source);
        byte[] bytes = source.Read(Prefix + size, length, "the header");
        var literal = new PythonLiteral(Text(source, bytes), (place, what) => source.Error(Prefix + size + place, what));
        Dictionary<string, object> values = literal.Dictionary();
        if (values.Count != 3 || Value<string>(values, "descr") is not { } description
            || Value<bool?>(values, "fortran_order") is not { } isColumnMajor || Value<ulong[]>(values, "shape") is not { } lengths)
            throw source.Error(Prefix, "the header should have 'descr', a text, 'fortran_order', a truth, and 'shape', a tuple, and nothing else");
        return new(NpyType.Of(description), isColumnMajor, lengths, Prefix + size + length);
    }

    /// <summary>How many bytes say how long the header is.</summary>
    public static int LengthSize(ByteSource source)
    {
        byte[] prefix = source.Read(0, Prefix, "the beginning of a .npy file");
        if (!prefix.AsSpan().StartsWith(Magic))
            throw source.Error(0, "this is no .npy file: it does not begin with \\x93NUMPY");
        return (prefix[6], prefix[7]) switch
        {
            (1, 0) => 2,
            (2 or 3, 0) => 4,
            var (major, minor) => throw source.Error(6, $"the file is of version {major}.{minor}; known are 1.0, 2.0 and 3.0"),
        };
    }

    /// <summary>How long the header is.</summary>
    public static uint Length(ByteSource source)
    {
        int size = LengthSize(source);
        byte[] bytes = source.Read(Prefix, size, "the length of the header");
        uint length = size == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return length <= Most ? length : throw source.Error(Prefix, $"a header of {length} bytes is longer than any that says what it must, {Most}");
    }

    /// <summary>The bytes of the elements; null if their type is unknown.</summary>
    public long? CountBytes(ByteSource source)
    {
        if (Type.DType is not { } dtype)
            return null;
        return FileShape.TryCountBytes(Lengths, dtype.Size, out long bytes)
            ? bytes
            : throw source.Error(Prefix, $"an array {dtype.Name()}{FileShape.Text(Lengths)} would have more bytes than any file");
    }

    /// <summary>Refuses a source in which other than the bytes of the elements follow.</summary>
    public void RequireSize(ByteSource source)
    {
        if (CountBytes(source) is not { } bytes)
            return;
        source.Require(Data, bytes, $"an array {Type.DType!.Value.Name()}{FileShape.Text(Lengths)}");
        if (source.Length - Data > bytes)
            throw source.Error(Data + bytes, FormattableString.Invariant(
                $"{source.Length - Data - bytes} bytes follow the array; if they are another array, open the file as a stream and load both from that"));
    }

    private static T? Value<T>(Dictionary<string, object> values, string key) => values.TryGetValue(key, out object? value) && value is T typed ? typed : default;

    // Version 3 alone has names of fields in UTF-8.
    private static string Text(ByteSource source, byte[] bytes)
    {
        bool isUtf8 = source.Read(6, 1, "the version")[0] == 3;
        if (isUtf8 && !System.Text.Unicode.Utf8.IsValid(bytes))
            throw source.Error(Prefix, "the header is no UTF-8");
        return (isUtf8 ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
    }
}
