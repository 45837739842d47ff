namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The arrays of a <c>.safetensors</c>, <c>.npz</c> or <c>.gguf</c> file by name, with its metadata; or those of all files that a
    /// <c>.safetensors.index.json</c> names. Which of them it is, its first bytes tell. Headers are read and checked now, elements when
    /// an array is evaluated: until then the file must not be written to, but another may be moved into its place.
    /// </summary>
    /// <remarks>
    /// Of a gguf file, arrays of types Q4_0, Q4_1 and Q8_0 are three each: packed words, scales and biases, in groups of 32. Those of
    /// types Q5_0, Q5_1, Q8_1 and Q2_K to Q8_K are float16.
    /// </remarks>
    /// <exception cref="FileFormatException">The file is not what it says: cut short, with parts that overlap or belong to nobody, or with numbers that contradict each other.</exception>
    /// <exception cref="IOException">It, or one that the index names, cannot be read.</exception>
    [Mlx("core.load")]
    public static LoadedArrays LoadArrays(string path) => FileSource.Open(path, FileKinds.LoadAll);

    /// <summary>The arrays of a <c>.safetensors</c>, <c>.npz</c> or <c>.gguf</c> file, or of those that an index names, loaded as the options say.</summary>
    /// <exception cref="FileFormatException">As <see cref="LoadArrays(string)"/>.</exception>
    /// <exception cref="IOException">It, or one that the index names, cannot be read.</exception>
    [Mlx("core.load")]
    public static LoadedArrays LoadArrays(string path, LoadOptions options) => FileSource.Open(path, options, FileKinds.LoadAll);

    /// <summary>The arrays of a <c>.safetensors</c>, <c>.npz</c> or <c>.gguf</c> file that a stream holds from here to its end, which is read now.</summary>
    /// <exception cref="FileFormatException">It is not what it says.</exception>
    [Mlx("core.load")]
    public static LoadedArrays LoadArrays(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return FileKinds.LoadAll(MemorySource.ToEnd(stream));
    }
}
