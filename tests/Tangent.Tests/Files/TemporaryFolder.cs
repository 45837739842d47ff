namespace Tangent.Tests.Files;

/// <summary>A folder of a test's own, which is gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("tangent-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => System.IO.Path.Combine(path, name);

    /// <summary>The names of what is in it.</summary>
    public string[] Names => [.. Directory.EnumerateFileSystemEntries(path).Select(entry => System.IO.Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(path, recursive: true);
}
