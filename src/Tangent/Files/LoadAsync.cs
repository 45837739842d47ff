namespace Tangent;

public static partial class Mx
{
    /// <summary>Reads the array of a <c>.npy</c> file on other threads, with all its elements.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Gets the share of the file that was read, from 0 to 1.</param>
    /// <param name="cancellation">Ends it; nothing is left behind.</param>
    /// <exception cref="FileFormatException">In the task: as <see cref="Load(string)"/>.</exception>
    public static Task<NDArray> LoadAsync(string path, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileWatch(progress, cancellation).Run(() =>
        {
            NDArray array = Load(path);
            Evaluator.Evaluate("LoadAsync", [array.Node], cancellation);
            return array;
        });
    }

    /// <summary>Reads the arrays of a <c>.safetensors</c>, <c>.npz</c> or <c>.gguf</c> file on other threads, with all their elements; those of an unknown type fail when they are asked for.</summary>
    /// <param name="path">The file, or an index of several.</param>
    /// <param name="progress">Gets the share of the files that was read, from 0 to 1.</param>
    /// <param name="cancellation">Ends it; nothing is left behind.</param>
    /// <exception cref="FileFormatException">In the task: as <see cref="LoadArrays(string)"/>.</exception>
    public static Task<LoadedArrays> LoadArraysAsync(string path, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileWatch(progress, cancellation).Run(() =>
        {
            LoadedArrays arrays = LoadArrays(path);
            Evaluator.Evaluate("LoadArraysAsync", NDArray.NodesOf(arrays.Readable()), cancellation);
            return arrays;
        });
    }

    /// <summary>Reads the next array of a stream of <c>.npy</c> files on another thread, and nothing behind it. The stream may be one that is read asynchronously alone.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="progress">Gets the share that was read, from 0 to 1; 1 alone if the stream does not say how long it is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="FileFormatException">In the task: as <see cref="Load(Stream)"/>.</exception>
    public static Task<NDArray> LoadAsync(Stream stream, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        FromStreamAsync(stream, Load, progress, cancellation);

    /// <summary>Reads the arrays of a <c>.safetensors</c>, <c>.npz</c> or <c>.gguf</c> file that a stream holds from here to its end on another thread. The stream may be one that is read asynchronously alone.</summary>
    /// <inheritdoc cref="LoadAsync(Stream, IProgress{double}, CancellationToken)"/>
    /// <exception cref="FileFormatException">In the task: as <see cref="LoadArrays(Stream)"/>.</exception>
    public static Task<LoadedArrays> LoadArraysAsync(Stream stream, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        FromStreamAsync(stream, LoadArrays, progress, cancellation);

    private static Task<T> FromStreamAsync<T>(Stream stream, Func<Stream, T> load, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var watch = new FileWatch(progress, cancellation);
        if (stream.CanSeek)
            watch.Expect(Math.Max(0, stream.Length - stream.Position));
        return watch.Run(() => load(watch.Waiting(stream)));
    }
}
