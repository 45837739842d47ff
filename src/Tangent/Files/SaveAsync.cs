namespace Tangent;

public static partial class Mx
{
    /// <summary>Evaluates an array and writes it to a <c>.npy</c> file on another thread; assigning to it meanwhile changes nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="array">The array.</param>
    /// <param name="progress">Gets the share that was written, from 0 to 1.</param>
    /// <param name="cancellation">Ends it; the file is as it was before.</param>
    public static Task SaveAsync(string path, NDArray array, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return NpyFile.Prepare(array).ToAsync("SaveAsync", path, ".npy", progress, cancellation);
    }

    /// <summary>Evaluates arrays and writes them to a <c>.npz</c> file on another thread; assigning to them meanwhile changes nothing.</summary>
    /// <inheritdoc cref="SaveSafetensorsAsync(string, IReadOnlyDictionary{string, NDArray}, FileMetadata, IProgress{double}, CancellationToken)"/>
    public static Task SaveZAsync(string path, IReadOnlyDictionary<string, NDArray> arrays, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return NpzFile.Prepare("SaveZAsync", arrays, isCompressed: false).ToAsync("SaveZAsync", path, ".npz", progress, cancellation);
    }

    /// <summary>Evaluates arrays and writes them to a compressed <c>.npz</c> file on another thread; assigning to them meanwhile changes nothing.</summary>
    /// <inheritdoc cref="SaveSafetensorsAsync(string, IReadOnlyDictionary{string, NDArray}, FileMetadata, IProgress{double}, CancellationToken)"/>
    public static Task SaveZCompressedAsync(string path, IReadOnlyDictionary<string, NDArray> arrays, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return NpzFile.Prepare("SaveZCompressedAsync", arrays, isCompressed: true).ToAsync("SaveZCompressedAsync", path, ".npz", progress, cancellation);
    }

    /// <summary>Evaluates arrays and writes them to a <c>.safetensors</c> file on another thread; assigning to them meanwhile changes nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="arrays">The arrays by name.</param>
    /// <param name="metadata">What is written beside them.</param>
    /// <param name="progress">Gets the share that was written, from 0 to 1.</param>
    /// <param name="cancellation">Ends it; the file is as it was before.</param>
    public static Task SaveSafetensorsAsync(
        string path, IReadOnlyDictionary<string, NDArray> arrays, FileMetadata? metadata = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SafetensorsFile.Prepare("SaveSafetensorsAsync", arrays, metadata).ToAsync("SaveSafetensorsAsync", path, ".safetensors", progress, cancellation);
    }

    /// <summary>Evaluates arrays and writes them to a <c>.gguf</c> file on another thread; assigning to them meanwhile changes nothing.</summary>
    /// <inheritdoc cref="SaveSafetensorsAsync(string, IReadOnlyDictionary{string, NDArray}, FileMetadata, IProgress{double}, CancellationToken)"/>
    public static Task SaveGgufAsync(
        string path, IReadOnlyDictionary<string, NDArray> arrays, FileMetadata? metadata = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return GgufWriter.Prepare("SaveGgufAsync", arrays, metadata).ToAsync("SaveGgufAsync", path, ".gguf", progress, cancellation);
    }
}
