namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Writes arrays by name, and numbers, texts and lists beside them, to a <c>.gguf</c> file of version 3; the ending is added if it is
    /// missing. The file is there whole or, after an error, as it was before.
    /// </summary>
    /// <exception cref="ArgumentException">An array of a type that the format does not have (bool, unsigned, complex), of more than four axes, or with a name of 64 bytes or more; metadata of more than one axis.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    [Mlx("core.save_gguf")]
    public static void SaveGguf(string path, IReadOnlyDictionary<string, NDArray> arrays, FileMetadata? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        GgufWriter.Prepare("SaveGguf", arrays, metadata).To("SaveGguf", path, ".gguf");
    }

    /// <summary>Writes arrays by name, and numbers, texts and lists beside them, to a stream in the format of <c>.gguf</c>.</summary>
    /// <exception cref="ArgumentException">As for a file.</exception>
    [Mlx("core.save_gguf")]
    public static void SaveGguf(Stream stream, IReadOnlyDictionary<string, NDArray> arrays, FileMetadata? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        GgufWriter.Prepare("SaveGguf", arrays, metadata).To("SaveGguf", stream);
    }
}
