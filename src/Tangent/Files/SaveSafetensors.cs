namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Writes arrays by name, and texts beside them, to a <c>.safetensors</c> file; the ending is added if it is missing. The file is there
    /// whole or, after an error, as it was before; it may be the one that the arrays were loaded from. Arrays lie in it as the format's own
    /// library puts them: those of wide elements first, and by name.
    /// </summary>
    /// <example><code>
    /// string path = Path.Combine(Path.GetTempPath(), "two.safetensors");
    /// Mx.SaveSafetensors(path, new Dictionary&lt;string, NDArray&gt; { ["w"] = Mx.Ones((2, 2)), ["b"] = Mx.Zeros(2) }, new() { ["format"] = "mlx" });
    /// LoadedArrays loaded = Mx.LoadArrays(path);
    /// Console.WriteLine(loaded["w"].Sum());        // array(4, dtype=float32)
    /// Console.WriteLine(loaded.Metadata["format"]); // mlx
    /// </code></example>
    /// <exception cref="ArgumentException">Metadata that are no text, or a name that the format does not allow.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    [Mlx("core.save_safetensors")]
    public static void SaveSafetensors(string path, IReadOnlyDictionary<string, NDArray> arrays, FileMetadata? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        SafetensorsFile.Prepare("SaveSafetensors", arrays, metadata).To("SaveSafetensors", path, ".safetensors");
    }

    /// <summary>Writes arrays by name, and texts beside them, to a stream in the format of <c>.safetensors</c>.</summary>
    /// <exception cref="ArgumentException">Metadata that are no text, or a name that the format does not allow.</exception>
    [Mlx("core.save_safetensors")]
    public static void SaveSafetensors(Stream stream, IReadOnlyDictionary<string, NDArray> arrays, FileMetadata? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsFile.Prepare("SaveSafetensors", arrays, metadata).To("SaveSafetensors", stream);
    }
}
