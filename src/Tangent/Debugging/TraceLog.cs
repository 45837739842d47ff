namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Until the result is disposed, it records each time that a compiled function is traced and planned in this flow of control, and why: on its first call, or
    /// because something else than the values of arrays was another than in the call before.
    /// </summary>
    /// <example><code>
    /// using TraceLog log = Mx.LogTraces();
    /// var twice = Mx.Compile((NDArray x) => x * 2);
    /// twice(Mx.Ones(3));
    /// twice(Mx.Ones(3));
    /// twice(Mx.Ones(4));
    /// Console.WriteLine(log.Count);           // 2
    /// Console.WriteLine(log.Traces[1].Reason); // argument 0 is float32[4], and was float32[3]
    /// </code></example>
    public static TraceLog LogTraces() => new();
}

/// <summary>The times that compiled functions were traced, with the reason for each; see <see cref="Mx.LogTraces"/>.</summary>
public sealed class TraceLog : IDisposable
{
    private static readonly AsyncLocal<TraceLog?> Innermost = new();

    private readonly TraceLog? outer = Innermost.Value;
    private readonly List<(string Place, string Reason)> traces = [];

    internal TraceLog() => Innermost.Value = this;

    /// <summary>How often functions were traced.</summary>
    public int Count => Traces.Count;

    /// <summary>Where the function was called, and why it was traced.</summary>
    public IReadOnlyList<(string Place, string Reason)> Traces
    {
        get
        {
            lock (traces)
                return [.. traces];
        }
    }

    /// <summary>True while somebody wants to know.</summary>
    internal static bool IsOpen => Innermost.Value is not null;

    /// <summary>A function is traced.</summary>
    internal static void Add(string reason)
    {
        string? place = null;
        for (TraceLog? log = Innermost.Value; log is not null; log = log.outer)
            lock (log.traces)
                log.traces.Add((place ??= UserPlace.Current(), reason));
    }

    /// <summary>Ends it; what was recorded can still be read.</summary>
    public void Dispose()
    {
        if (ReferenceEquals(Innermost.Value, this))
            Innermost.Value = outer;
    }
}
