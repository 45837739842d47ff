namespace Tangent;

/// <summary>What is to be written to a file or stream: everything was checked but the values of arrays.</summary>
/// <param name="Arrays">The arrays, which are evaluated together before.</param>
/// <param name="Write">Writes it from the first byte to the last.</param>
internal sealed record FileContent(NDArray[] Arrays, Action<Stream> Write)
{
    /// <summary>Writes it to a stream.</summary>
    public void To(string function, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
            throw new ArgumentException($"{function}: the stream cannot be written to.", nameof(stream));
        Evaluate(function);
        Write(stream);
    }

    /// <summary>Writes it to a file, which is there whole or, after an error, as it was before.</summary>
    public void To(string function, string path, string extension)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Evaluate(function);
        ReplacedFile.Write(function, path.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? path : path + extension, Write);
    }

    /// <summary>The same on another thread.</summary>
    public Task ToAsync(string function, string path, string extension, IProgress<double>? progress, CancellationToken cancellation) =>
        ToAsync(function, progress, watch =>
            (this with { Write = stream => Write(new WatchedStream(stream, watch)) }).To(function, path, extension), cancellation);

    /// <summary>The same to a stream, which may be one that is written to asynchronously alone.</summary>
    public Task ToAsync(string function, Stream stream, IProgress<double>? progress, CancellationToken cancellation) =>
        ToAsync(function, progress, watch =>
        {
            Stream waiting = watch.Waiting(stream);
            To(function, waiting);
            waiting.Flush();
        }, cancellation);

    private Task<bool> ToAsync(string function, IProgress<double>? progress, Action<FileWatch> write, CancellationToken cancellation)
    {
        var watch = new FileWatch(progress, cancellation);
        watch.Expect(Arrays.Sum(array => array.NBytes));
        return watch.Run(() =>
        {
            Evaluator.Evaluate(function, NDArray.NodesOf(Arrays), cancellation);
            write(watch);
            return true;
        });
    }

    private void Evaluate(string function) => Evaluator.Evaluate(function, NDArray.NodesOf(Arrays));
}
