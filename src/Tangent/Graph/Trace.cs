namespace Tangent;

/// <summary>
/// One run of a user's function inside a transform. Nodes that depend on its inputs name it, so that evaluating them
/// while it is open keeps the graph that the transform is about to walk.
/// </summary>
internal class Trace : IDisposable
{
    private static readonly AsyncLocal<Trace?> Ambient = new();

    private readonly Trace? outer;
    private readonly int depth;
    private bool isRecording;
    private readonly Dictionary<EffectOrder, EffectOrder> effects = [];
    private readonly Dictionary<KeyScope, KeyScope> keys = [];
    private bool open = true;

    private Trace(string transform, Trace? outer, bool isRecording)
    {
        Transform = transform;
        this.isRecording = isRecording;
        this.outer = outer;
        depth = outer is null ? 0 : outer.depth + 1;
    }

    /// <summary>The innermost open trace of this flow of control.</summary>
    public static Trace? Current => Opened(Ambient.Value);

    /// <summary>The innermost open trace whose graph is made again on other inputs; null if there is none.</summary>
    public static Trace? Recording
    {
        get
        {
            Trace? trace = Current;
            while (trace is { isRecording: false })
                trace = Opened(trace.outer);
            return trace;
        }
    }

    /// <summary>The order of effects inside this trace that stands for another outside.</summary>
    public EffectOrder EffectsOf(EffectOrder outside)
    {
        lock (effects)
            return effects.TryGetValue(outside, out EffectOrder? inside) ? inside : effects[outside] = new EffectOrder();
    }

    /// <summary>The orders outside in which effects were made inside this trace.</summary>
    public IReadOnlyCollection<EffectOrder> EffectOrders => effects.Keys;

    /// <summary>The nodes with effects that were made inside this trace and have not run.</summary>
    public IEnumerable<Node> PendingEffects
    {
        get
        {
            foreach (EffectOrder order in effects.Values)
                for (Node? node = order.Pending; node is not null; node = node.Predecessor)
                    yield return node;
        }
    }

    /// <summary>True if effects were made inside this trace.</summary>
    public bool HasEffects => effects.Count > 0;

    /// <summary>The function has been run; what is made from now on is made once.</summary>
    public void EndRecording() => isRecording = false;

    /// <summary>The transform that runs the function, for messages.</summary>
    public string Transform { get; }

    /// <summary>The batches that stand for the inputs of a vectorised map while its graph is replayed on them; null before that.</summary>
    public IReadOnlyDictionary<Node, Batched>? Batches { get; set; }

    /// <summary>True if its inputs stand for those of each of many examples.</summary>
    public bool IsMap { get; init; }

    /// <summary>Makes an input of the graph that is a key, from the sequence outside that gives it its values; null where keys from outside will do.</summary>
    public Func<KeyScope, NDArray>? MakeKey { get; set; }

    /// <summary>The sequence of keys inside this trace that stands for one outside.</summary>
    public KeyScope KeysOf(KeyScope outside)
    {
        if (MakeKey is null)
            return outside;
        lock (keys)
            return keys.TryGetValue(outside, out KeyScope? inside) ? inside : keys[outside] = new KeyScope(MakeKey(outside), this);
    }

    /// <summary>The open traces inside <paramref name="outer"/>, up to and with <paramref name="inner"/>, from the outermost on.</summary>
    public static IEnumerable<Trace> Between(Trace? outer, Trace? inner)
    {
        var between = new Stack<Trace>();
        for (Trace? trace = inner; trace is not null && !ReferenceEquals(trace, outer); trace = Opened(trace.outer))
            between.Push(trace);
        return between;
    }

    /// <summary>True until the transform has walked the graph.</summary>
    public virtual bool IsOpen => open;

    /// <summary>
    /// True if a transform in progress may see what is made of these arrays: one of this flow of control, or one whose arrays
    /// were handed to a thread that its flow does not reach.
    /// </summary>
    public static bool Sees(NDArray[] x)
    {
        if (Current is not null)
            return true;
        foreach (NDArray array in x)
            if (array.Node.IsTraced || array.Node.DependsOnPlaceholder)
                return true;
        return false;
    }

    /// <summary>True if a trace of the named transform is open in this flow of control, at any depth.</summary>
    public static bool IsInside(string transform)
    {
        Trace? trace = Current;
        while (trace is not null && trace.Transform != transform)
            trace = Opened(trace.outer);
        return trace is not null;
    }

    /// <summary>The inputs of all maps that are being replayed in this flow of control, with the batches that stand for them.</summary>
    public static Dictionary<Node, Batched> ReplayedInputs()
    {
        var inputs = new Dictionary<Node, Batched>();
        for (Trace? trace = Current; trace is not null; trace = Opened(trace.outer))
            foreach ((Node input, Batched batch) in trace.Batches ?? inputs)
                inputs[input] = batch;
        return inputs;
    }

    /// <summary>Opens a trace inside the current one. If it <paramref name="isRecording"/>, its graph is made again on other inputs, or planned for them.</summary>
    public static Trace Open(string transform, bool isRecording = false, bool isMap = false)
    {
        var trace = new Trace(transform, Current, isRecording) { IsMap = isMap };
        Ambient.Value = trace;
        return trace;
    }

    /// <summary>Until the result is disposed no trace is open in this flow of control: for code that runs where values are computed.</summary>
    public static IDisposable Suspend()
    {
        var suspension = new Suspension(Ambient.Value);
        Ambient.Value = null;
        return suspension;
    }

    /// <summary>The trace that stays open as long as either does; null and closed traces do not count.</summary>
    public static Trace? Join(Trace? x, Trace? y)
    {
        if (ReferenceEquals(x, y) || y is not { IsOpen: true })
            return x is { IsOpen: true } ? x : null;
        if (x is not { IsOpen: true } || x.IsInside(y))
            return y;
        return y.IsInside(x) ? x : new Joined(x, y);
    }

    /// <summary>Closes the trace.</summary>
    public void Dispose()
    {
        open = false;
        if (ReferenceEquals(Ambient.Value, this))
            Ambient.Value = outer;
    }

    // A task that was started inside a transform may go on after its end.
    private static Trace? Opened(Trace? trace)
    {
        while (trace is { open: false })
            trace = trace.outer;
        return trace;
    }

    private bool IsInside(Trace other)
    {
        Trace? trace = this;
        while (trace is not null && trace.depth > other.depth)
            trace = trace.outer;
        return ReferenceEquals(trace, other);
    }

    private sealed class Suspension(Trace? suspended) : IDisposable
    {
        public void Dispose() => Ambient.Value = suspended;
    }

    /// <summary>Two traces of separate flows of control.</summary>
    private sealed class Joined(Trace x, Trace y) : Trace(x.Transform, null, false)
    {
        public override bool IsOpen => x.IsOpen || y.IsOpen;
    }
}
