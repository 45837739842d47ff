namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The array of a <c>.npy</c> file. Its header is read and checked now, its elements when the array is evaluated: until then the
    /// file must not be written to, but another may be moved into its place.
    /// </summary>
    /// <exception cref="FileFormatException">The file is no such file, is cut short or has more than the array, or holds elements of a type that no array has.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    [Mlx("core.load")]
    public static NDArray Load(string path) => FileSource.Open(path, FileKinds.LoadOne);

    /// <summary>The array of a <c>.npy</c> file, loaded as the options say.</summary>
    /// <exception cref="FileFormatException">As <see cref="Load(string)"/>.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    [Mlx("core.load")]
    public static NDArray Load(string path, LoadOptions options) => FileSource.Open(path, options, FileKinds.LoadOne);

    /// <summary>The next array of a stream of <c>.npy</c> files one after another: all its bytes are read now, and none behind it.</summary>
    /// <exception cref="FileFormatException">The stream holds no such file, or ends within.</exception>
    [Mlx("core.load")]
    public static NDArray Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return NpyFile.Load(stream);
    }
}
