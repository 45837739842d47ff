namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Evaluates an array and writes it to a stream in the format of <c>.npy</c> on another thread. The stream may be one that is written to
    /// asynchronously alone, as those of web servers are; it is flushed, and stays open.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="array">The array.</param>
    /// <param name="progress">Gets the share that was written, from 0 to 1.</param>
    /// <param name="cancellation">Ends it; a part may have been written.</param>
    public static Task SaveAsync(Stream stream, NDArray array, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return NpyFile.Prepare(array).ToAsync("SaveAsync", stream, progress, cancellation);
    }

    /// <summary>Evaluates arrays and writes them to a stream in the format of <c>.npz</c> on another thread. The stream may be one that is written to asynchronously alone.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="arrays">The arrays by name.</param>
    /// <param name="progress">Gets the share that was written, from 0 to 1.</param>
    /// <param name="cancellation">Ends it; a part may have been written.</param>
    public static Task SaveZAsync(
        Stream stream, IReadOnlyDictionary<string, NDArray> arrays, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return NpzFile.Prepare("SaveZAsync", arrays, isCompressed: false).ToAsync("SaveZAsync", stream, progress, cancellation);
    }

    /// <summary>Evaluates arrays and writes them to a stream in the format of <c>.npz</c>, compressed on another thread. The stream may be one that is written to asynchronously alone.</summary>
    /// <inheritdoc cref="SaveZAsync(Stream, IReadOnlyDictionary{string, NDArray}, IProgress{double}, CancellationToken)"/>
    public static Task SaveZCompressedAsync(
        Stream stream, IReadOnlyDictionary<string, NDArray> arrays, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return NpzFile.Prepare("SaveZCompressedAsync", arrays, isCompressed: true).ToAsync("SaveZCompressedAsync", stream, progress, cancellation);
    }

    /// <summary>Evaluates arrays and writes them to a stream in the format of <c>.safetensors</c> on another thread. The stream may be one that is written to asynchronously alone.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="arrays">The arrays by name.</param>
    /// <param name="metadata">What is written beside them.</param>
    /// <param name="progress">Gets the share that was written, from 0 to 1.</param>
    /// <param name="cancellation">Ends it; a part may have been written.</param>
    public static Task SaveSafetensorsAsync(
        Stream stream, IReadOnlyDictionary<string, NDArray> arrays, FileMetadata? metadata = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return SafetensorsFile.Prepare("SaveSafetensorsAsync", arrays, metadata).ToAsync("SaveSafetensorsAsync", stream, progress, cancellation);
    }

    /// <summary>Evaluates arrays and writes them to a stream in the format of <c>.gguf</c> on another thread. The stream may be one that is written to asynchronously alone.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="arrays">The arrays by name.</param>
    /// <param name="metadata">What is written beside them.</param>
    /// <param name="progress">Gets the share that was written, from 0 to 1.</param>
    /// <param name="cancellation">Ends it; a part may have been written.</param>
    public static Task SaveGgufAsync(
        Stream stream, IReadOnlyDictionary<string, NDArray> arrays, FileMetadata? metadata = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return GgufWriter.Prepare("SaveGgufAsync", arrays, metadata).ToAsync("SaveGgufAsync", stream, progress, cancellation);
    }
}
