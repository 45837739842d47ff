namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The function in a file that <see cref="ExportFunction(string, Func{NDArray[], NDArray[]}, NDArray[])"/> wrote. All that the file says is
    /// checked now, and nothing is computed; its constants are read when they are evaluated: until then the file must not be written to.
    /// </summary>
    /// <exception cref="FileFormatException">The file is no such file: of another version, with operations or parameters that are not known, or whose shapes and types do not fit together.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    [Mlx("core.import_function")]
    public static ImportedFunction ImportFunction(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return FileSource.Open(file, FunctionFile.Load);
    }

    /// <summary>The function in a file, whose constants are loaded as the options say.</summary>
    /// <exception cref="FileFormatException">As <see cref="ImportFunction(string)"/>.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    [Mlx("core.import_function")]
    public static ImportedFunction ImportFunction(string file, LoadOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return FileSource.Open(file, options, FunctionFile.Load);
    }

    /// <summary>The function that a stream holds from here to its end, which is read now.</summary>
    /// <exception cref="FileFormatException">It is not what it says.</exception>
    [Mlx("core.import_function")]
    public static ImportedFunction ImportFunction(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return FunctionFile.Load(MemorySource.ToEnd(stream));
    }
}
