using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// One operation of the graph and, once evaluated, its value. Nothing of it changes but that: a node without a value keeps its
/// inputs, so dropping a value never loses anything but time.
/// </summary>
internal sealed class Node
{
    /// <summary>Arrays that hold fewer bytes are not asked for their readers: that would cost more than it wins (decision 1).</summary>
    public const long SmallBytes = 64 * 1024;

    private static long counter;

    private BufferView? value;
    private Node[] inputs;
    private Node? predecessor;

    public Node(Primitive primitive, Node[] inputs, Shape shape, DType dtype, Trace? trace = null, Node? predecessor = null)
    {
        Id = Interlocked.Increment(ref counter);
        Primitive = primitive;
        this.inputs = inputs;
        this.predecessor = predecessor;
        Shape = shape;
        DType = dtype;
        Bytes = shape.TryCountBytes(dtype, out long bytes) ? bytes : throw new ArgumentException(
            $"{primitive.Name}: an array {Spec} would have more bytes than 64 bits count.", nameof(shape));
        HeldBytes = !primitive.IsView ? Bytes : inputs[0].Value is null ? inputs[0].HeldBytes : 0;
        Readers = HeldBytes < SmallBytes ? null : new Readers(Id);
        DependsOnPlaceholder = trace is null && primitive is Placeholder;
        foreach (Node input in inputs)
        {
            DependsOnPlaceholder |= input.DependsOnPlaceholder;
            if (input.Trace is not null)
                trace = Trace.Join(trace, input.Trace);
            if (input.Readers is { } readers && input.Value is null)
                readers.Add(Readers ??= new Readers(Id));
        }
        Trace = trace;
        if (NaNScope.IsAnyOpen)
            NaNScope.Remember(this);
    }

    /// <summary>A leaf that holds a value.</summary>
    public Node(BufferView value) : this(Leaf.Instance, [], new Shape(value.Layout.Shape), value.DType) => this.value = value;

    /// <summary>Grows with time: a node's inputs have smaller numbers.</summary>
    public long Id { get; }

    public Primitive Primitive { get; }

    public Shape Shape { get; }

    public DType DType { get; }

    /// <summary>The outermost transform in progress that this node's value depends on.</summary>
    public Trace? Trace { get; }

    /// <summary>True if it depends on a placeholder that belongs to no trace: it is made again, or transposed, and never computed itself.</summary>
    public bool DependsOnPlaceholder { get; }

    /// <summary>What each output is where the primitive has several; read them through <see cref="Output"/>.</summary>
    public ArraySpec[]? Parts { get; init; }

    /// <summary>The node whose effect comes before this one's, while neither has run.</summary>
    public Node? Predecessor => Volatile.Read(ref predecessor) is { Value: null } before ? before : null;

    /// <summary>The inputs; none once an untraced node has a value.</summary>
    public Node[] Inputs => Volatile.Read(ref inputs);

    /// <summary>The value, or null.</summary>
    public BufferView? Value => Volatile.Read(ref value);

    /// <summary>What a handle on this node keeps in memory: its value or, of a view of what was not computed yet, all that it looks at; nothing of its own, if that is there anyway.</summary>
    public long HeldBytes { get; }

    public ArraySpec Spec => new(Shape, DType);

    public long Bytes { get; }

    /// <summary>Who may read this node while it has no value, if it is big enough to care or made from one that is.</summary>
    public Readers? Readers { get; }

    /// <summary>What the last evaluation that met this node made of its readers.</summary>
    public Judgement Judgement { get; set; }

    /// <summary>True while a transform in progress may still walk through this node.</summary>
    public bool IsTraced => Trace is { IsOpen: true };

    /// <summary>Stores the value, if there is none yet, and, unless a transform may walk here, lets go of the graph behind it.</summary>
    public void SetValue(BufferView result)
    {
        // Of threads that compute it at once any may be the last: their results are equal.
        Volatile.Write(ref value, result);
        Release();
    }

    /// <summary>Lets go of the graph behind a value that no transform in progress needs.</summary>
    public void ReleaseInputs()
    {
        if (Inputs.Length > 0 && Value is not null)
            Release();
    }

    private void Release()
    {
        Volatile.Write(ref predecessor, null);
        bool isFree = !IsTraced;
        if (isFree)
            Volatile.Write(ref inputs, []);
        Readers?.Settle(isFree);
    }

    /// <summary>The number: graphs are walked with tables of nodes, and the object's own code takes longer to make.</summary>
    public override int GetHashCode() => (int)Id;

    /// <summary>A handle on this node: the one in use, or a new one.</summary>
    public NDArray Handle()
    {
        if (Readers?.Find() is { } existing)
            return existing;
        var array = new NDArray(this);
        Watch(array);
        return array;
    }

    /// <summary>Handles on nodes.</summary>
    public static NDArray[] Handles(Node[] nodes)
    {
        var arrays = new NDArray[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
            arrays[i] = nodes[i].Handle();
        return arrays;
    }

    /// <summary>Remembers a handle, weakly, if anyone is to care; perhaps instead of another, which is forgotten.</summary>
    public void Watch(NDArray array, NDArray? insteadOf = null) => Readers?.Add(array, insteadOf);
}
