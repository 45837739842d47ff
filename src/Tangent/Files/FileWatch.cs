namespace Tangent;

/// <summary>Tells how far reading or writing is, and ends it when that is asked for.</summary>
/// <param name="progress">Gets the share of the bytes that are done, from 0 to 1.</param>
/// <param name="cancellation">Ends it between two pieces.</param>
internal sealed class FileWatch(IProgress<double>? progress, CancellationToken cancellation)
{
    private static readonly AsyncLocal<FileWatch?> Watching = new();

    private long total;
    private long done;
    private bool isOver;

    /// <summary>The one that files opened now are watched by.</summary>
    public static FileWatch? Current => Watching.Value;

    /// <summary>Runs what opens and reads files, on another thread.</summary>
    public Task<T> Run<T>(Func<T> action) => Task.Run(() =>
    {
        Watching.Value = this;
        try
        {
            T result = action();
            progress?.Report(1);
            return result;
        }
        finally
        {
            // What it opened may be read again later, by whoever uses the arrays.
            Volatile.Write(ref isOver, true);
        }
    }, cancellation);

    /// <summary>What reads and writes a stream, if it can, only as that itself waits.</summary>
    public Stream Waiting(Stream stream) => new WaitingStream(stream, this, cancellation);

    /// <summary>There is so much more to do.</summary>
    public void Expect(long bytes) => Interlocked.Add(ref total, bytes);

    /// <summary>So much more is done.</summary>
    public void Pass(long bytes)
    {
        if (Volatile.Read(ref isOver))
            return;
        cancellation.ThrowIfCancellationRequested();
        long now = Interlocked.Add(ref done, bytes);
        // How much a stream holds it need not say.
        if (Volatile.Read(ref total) is > 0 and var most)
            progress?.Report(Math.Min(1, now / (double)most));
    }
}
