namespace Tangent;

/// <summary>
/// Gives draws without a key one after the other of a sequence of keys that is split off from one. Inside a transform that
/// runs the function's graph again, the keys are inputs of that graph: one for each example, one for each call.
/// </summary>
internal sealed class KeyScope : IDisposable
{
    private static readonly AsyncLocal<KeyScope?> Innermost = new();

    private readonly Lock gate = new();
    private readonly KeyScope? outer;
    private readonly Trace? trace;
    private NDArray state;

    /// <summary>The sequence of a key that is known inside a trace, or everywhere.</summary>
    public KeyScope(NDArray key, Trace? trace = null)
    {
        state = key;
        this.trace = trace;
        outer = Innermost.Value;
    }

    /// <summary>The innermost open scope of this control flow; null if there is none.</summary>
    public static KeyScope? Current => Innermost.Value;

    /// <summary>Opens a scope.</summary>
    public static KeyScope Open(NDArray key)
    {
        RandomBits.RequireKey("Random.Scope", key);
        return Innermost.Value = new KeyScope(key.Share(), Trace.Current);
    }

    /// <summary>The key from which the sequence goes on.</summary>
    public NDArray State
    {
        get
        {
            lock (gate)
                return state.Share();
        }
    }

    /// <summary>Makes this the innermost scope until the result is disposed.</summary>
    public IDisposable Enter()
    {
        var entry = new Entry(Innermost.Value);
        Innermost.Value = this;
        return entry;
    }

    /// <summary>The sequence that stands for this one in a trace that was opened after it.</summary>
    public KeyScope Inside(Trace? current)
    {
        KeyScope scope = this;
        foreach (Trace between in Trace.Between(trace, current))
            scope = between.KeysOf(scope);
        return scope;
    }

    /// <summary>True if a trace of the named transform was opened after this scope, or after none where it is null.</summary>
    public static bool IsFollowedBy(KeyScope? scope, string transform) => Trace.Between(scope?.trace, Trace.Current).Any(trace => trace.Transform == transform);

    /// <summary>The next key. What is known is computed at once, so that long sequences are no long graphs.</summary>
    public NDArray Next()
    {
        lock (gate)
        {
            NDArray pair = Mx.Random.Split(state);
            if (pair.Node.IsTraced || pair.Node.DependsOnPlaceholder)
            {
                state = pair[0];
                return pair[1];
            }
            uint[] words = pair.ToArray<uint>();
            state = NDArray.Copy<uint>(words.AsSpan(0, 2), DType.UInt32, 2);
            return NDArray.Copy<uint>(words.AsSpan(2, 2), DType.UInt32, 2);
        }
    }

    /// <summary>Starts the sequence from a key.</summary>
    public void Reset(NDArray key)
    {
        lock (gate)
            state = key;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (ReferenceEquals(Innermost.Value, this))
            Innermost.Value = outer;
    }

    private sealed class Entry(KeyScope? outside) : IDisposable
    {
        public void Dispose() => Innermost.Value = outside;
    }
}
