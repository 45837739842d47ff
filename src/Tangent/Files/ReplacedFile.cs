namespace Tangent;

/// <summary>
/// Writes files so that at every moment the old one or the new one is there, whole: into another beside it, which is then moved into
/// its place. Arrays that still read the old one go on to read it.
/// </summary>
internal static class ReplacedFile
{
    private const int Buffer = 1 << 16;

    /// <summary>Writes a file.</summary>
    public static void Write(string function, string path, Action<Stream> write)
    {
        string target = Target(path), folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{function}: there is no folder {folder} to write {Path.GetFileName(target)} to.");
        if (Directory.Exists(target))
            throw new IOException($"{function}: {target} is a folder, which no file replaces.");
        if (IsDevice(target))
            WriteTo(target, FileMode.Open, write);
        else
            Replace(function, target, Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp"), write);
    }

    private static void Replace(string function, string target, string temporary, Action<Stream> write)
    {
        try
        {
            WriteTo(temporary, FileMode.CreateNew, write);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            Move(function, temporary, target);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void WriteTo(string path, FileMode mode, Action<Stream> write)
    {
        using var stream = new FileStream(path, mode, FileAccess.Write, FileShare.None, Buffer);
        write(stream);
        // A crash of the machine must not leave a name without its bytes.
        stream.Flush(flushToDisk: mode == FileMode.CreateNew);
    }

    private static void Move(string function, string temporary, string target)
    {
        try
        {
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException && OperatingSystem.IsWindows() && File.Exists(target))
        {
            throw new IOException(
                $"{function}: {target} is in use; if arrays were loaded from it, evaluate and drop them first, or write to another file.", error);
        }
    }

    // A link stays one: what it names is written.
    private static string Target(string path)
    {
        string full = Path.GetFullPath(path);
        return File.Exists(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? target.FullName : full;
    }

    /// <summary>True for what is no file to be replaced: whoever writes to <c>/dev/null</c> does not want a file in its place.</summary>
    public static bool IsDevice(string path) => !OperatingSystem.IsWindows() && Path.GetDirectoryName(path) == "/dev" && File.Exists(path);
}
