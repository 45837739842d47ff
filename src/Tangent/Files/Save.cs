namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Writes an array to a <c>.npy</c> file, which NumPy reads; the ending is added if it is missing. The file is there whole or, after
    /// an error, as it was before. bfloat16, which NumPy does not know, is written as MLX does, as <c>V2</c>.
    /// </summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    [Mlx("core.save")]
    public static void Save(string path, NDArray array)
    {
        ArgumentNullException.ThrowIfNull(path);
        NpyFile.Prepare(array).To("Save", path, ".npy");
    }

    /// <summary>Writes an array to a stream in the format of <c>.npy</c>; another may follow.</summary>
    [Mlx("core.save")]
    public static void Save(Stream stream, NDArray array)
    {
        ArgumentNullException.ThrowIfNull(stream);
        NpyFile.Prepare(array).To("Save", stream);
    }
}
