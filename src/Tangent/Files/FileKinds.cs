namespace Tangent;

/// <summary>Tells formats apart, and reads what each holds.</summary>
internal static class FileKinds
{
    private const int Prefix = 9;

    /// <summary>The one array of a file.</summary>
    public static NDArray LoadOne(ByteSource source) => Of(source) switch
    {
        FileKind.Npy => NpyFile.Load(source),
        FileKind.Pickle => throw Pickled(source),
        FileKind.Safetensors when source.Length == 0 => throw source.Error(0, "the file is empty"),
        FileKind.Safetensors when !IsSafetensors(source) => throw source.Error(0, "this is no .npy file: it does not begin with \\x93NUMPY"),
        _ => throw source.Error(0, "this is a file of arrays by name: Mx.LoadArrays reads it"),
    };

    /// <summary>The arrays of a file.</summary>
    public static LoadedArrays LoadAll(ByteSource source) => Of(source) switch
    {
        FileKind.Safetensors => SafetensorsFile.Load(source),
        FileKind.Index when source is FileSource file => ShardedIndex.Load(file),
        FileKind.Index => throw source.Error(0, "this is an index, which names files beside it: give its path"),
        FileKind.Npz => NpzFile.Load(source),
        FileKind.Gguf => GgufFile.Load(source),
        FileKind.Pickle => throw Pickled(source),
        _ => throw source.Error(0, "this is a .npy file, of one array without a name: Mx.Load reads it"),
    };

    private static FileKind Of(ByteSource source)
    {
        if (IsSafetensors(source))
            return FileKind.Safetensors;
        ReadOnlySpan<byte> first = source.Read(0, Math.Min(Prefix, source.Length), "the file");
        if (first.StartsWith(NpyHeader.Magic))
            return FileKind.Npy;
        if (first.StartsWith("PK\x3\x4"u8) || first.StartsWith("PK\x5\x6"u8))
            return FileKind.Npz;
        if (first.StartsWith("GGUF"u8))
            return FileKind.Gguf;
        if (first is [0x80, >= 2 and <= 5, ..])
            return FileKind.Pickle;
        return first is [(byte)'{', ..] ? FileKind.Index : FileKind.Safetensors;
    }

    // Eight bytes for the length of the header, and its brace.
    private static bool IsSafetensors(ByteSource source) =>
        source.Length >= Prefix && source.Read(0, Prefix, "the file") is [_, _, _, _, 0, 0, 0, 0, (byte)'{'];

    private static FileFormatException Pickled(ByteSource source) =>
        source.Error(0, "this is a pickle of Python's, which is code: reading it would run it, so nothing here does");
}
