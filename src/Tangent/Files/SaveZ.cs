namespace Tangent;

public static partial class Mx
{
    /// <summary>Writes arrays to a <c>.npz</c> file under the names <c>arr_0</c>, <c>arr_1</c>, …; the ending is added if it is missing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    [Mlx("core.savez")]
    public static void SaveZ(string path, params NDArray[] arrays) => SaveZ(path, NpzFile.Numbered(arrays));

    /// <summary>Writes arrays to a stream in the format of <c>.npz</c>, under the names <c>arr_0</c>, <c>arr_1</c>, ….</summary>
    [Mlx("core.savez")]
    public static void SaveZ(Stream stream, params NDArray[] arrays) => SaveZ(stream, NpzFile.Numbered(arrays));

    /// <summary>Writes arrays by name to a <c>.npz</c> file, which NumPy reads; the ending is added if it is missing. Equal arrays give equal bytes.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    [Mlx("core.savez")]
    public static void SaveZ(string path, IReadOnlyDictionary<string, NDArray> arrays)
    {
        ArgumentNullException.ThrowIfNull(path);
        NpzFile.Prepare("SaveZ", arrays, isCompressed: false).To("SaveZ", path, ".npz");
    }

    /// <summary>Writes arrays by name to a stream in the format of <c>.npz</c>.</summary>
    [Mlx("core.savez")]
    public static void SaveZ(Stream stream, IReadOnlyDictionary<string, NDArray> arrays)
    {
        ArgumentNullException.ThrowIfNull(stream);
        NpzFile.Prepare("SaveZ", arrays, isCompressed: false).To("SaveZ", stream);
    }

    /// <summary>Writes arrays to a compressed <c>.npz</c> file under the names <c>arr_0</c>, <c>arr_1</c>, …; the ending is added if it is missing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    [Mlx("core.savez_compressed")]
    public static void SaveZCompressed(string path, params NDArray[] arrays) => SaveZCompressed(path, NpzFile.Numbered(arrays));

    /// <summary>Writes arrays to a stream in the format of <c>.npz</c>, compressed, under the names <c>arr_0</c>, <c>arr_1</c>, ….</summary>
    [Mlx("core.savez_compressed")]
    public static void SaveZCompressed(Stream stream, params NDArray[] arrays) => SaveZCompressed(stream, NpzFile.Numbered(arrays));

    /// <summary>Writes arrays by name to a compressed <c>.npz</c> file; the ending is added if it is missing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    [Mlx("core.savez_compressed")]
    public static void SaveZCompressed(string path, IReadOnlyDictionary<string, NDArray> arrays)
    {
        ArgumentNullException.ThrowIfNull(path);
        NpzFile.Prepare("SaveZCompressed", arrays, isCompressed: true).To("SaveZCompressed", path, ".npz");
    }

    /// <summary>Writes arrays by name to a stream in the format of <c>.npz</c>, compressed.</summary>
    [Mlx("core.savez_compressed")]
    public static void SaveZCompressed(Stream stream, IReadOnlyDictionary<string, NDArray> arrays)
    {
        ArgumentNullException.ThrowIfNull(stream);
        NpzFile.Prepare("SaveZCompressed", arrays, isCompressed: true).To("SaveZCompressed", stream);
    }
}
