namespace Tangent;

/// <summary>A file is not what it says it is: cut short, changed, of another format, or with numbers that contradict each other.</summary>
public sealed class FileFormatException : FormatException
{
    /// <summary>An error at a place of a file.</summary>
    /// <param name="path">The file, or what it is called where it has no name.</param>
    /// <param name="offset">The byte at which it was noticed.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="inner">What was thrown there, if anything was.</param>
    public FileFormatException(string path, long offset, string what, Exception? inner = null)
        : base(FormattableString.Invariant($"{path}, byte {offset}: {what}."), inner) => (Path, Offset) = (path, offset);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The byte at which it was noticed.</summary>
    public long Offset { get; }
}
