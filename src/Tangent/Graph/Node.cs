using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// One operation of the graph and, once evaluated, its value. A node without a value keeps its inputs, so dropping a
/// value never loses anything but time.
/// </summary>
internal sealed class Node
{
    /// <summary>Arrays that hold fewer bytes keep their value whenever they are computed; asking whether anyone holds them would cost more (decision 1).</summary>
    public const long SmallBytes = 64 * 1024;

    private static long counter;

    private BufferView? value;
    private Node[] inputs;

    public Node(Primitive primitive, Node[] inputs, Shape shape, DType dtype, Trace? trace = null)
    {
        Id = Interlocked.Increment(ref counter);
        Primitive = primitive;
        this.inputs = inputs;
        Shape = shape;
        DType = dtype;
        Bytes = shape.TryCountBytes(dtype, out long bytes) ? bytes : throw new ArgumentException(
            $"{primitive.Name}: an array {Spec} would have more bytes than 64 bits count.", nameof(shape));
        foreach (Node input in inputs)
        {
            input.Consumers++;
            if (input.Trace is not null)
                trace = Trace.Join(trace, input.Trace);
        }
        Trace = trace;
        HeldBytes = !primitive.IsView ? Bytes : inputs[0].Value is null ? inputs[0].HeldBytes : 0;
        Holders = HeldBytes < SmallBytes ? null : new WeakHandles(Id);
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

    /// <summary>How many nodes were ever made from this one.</summary>
    public int Consumers { get; private set; }

    /// <summary>What each output is where the primitive has several; read them through <see cref="Project"/>.</summary>
    public ArraySpec[]? Parts { get; init; }

    /// <summary>The composition that stands for this node, once it was needed.</summary>
    public Expansion? Expansion { get; set; }

    /// <summary>The inputs; none once an untraced node has a value.</summary>
    public Node[] Inputs => Volatile.Read(ref inputs);

    /// <summary>The value, or null.</summary>
    public BufferView? Value => Volatile.Read(ref value);

    /// <summary>What a handle on this node keeps in memory: its value or, of a view of what was not computed yet, all that it looks at; nothing of its own, if that is there anyway.</summary>
    public long HeldBytes { get; }

    public ArraySpec Spec => new(Shape, DType);

    public long Bytes { get; }

    /// <summary>The handles on this node, if it is big enough to care.</summary>
    public WeakHandles? Holders { get; }

    /// <summary>True once an evaluation went without this value because all handles were taken for dead.</summary>
    public bool WasTakenForDead { get; set; }

    /// <summary>True while a transform in progress may still walk through this node.</summary>
    public bool IsTraced => Trace is { IsOpen: true };

    /// <summary>Stores the value and, unless a transform may walk here, lets go of the graph behind it.</summary>
    public void SetValue(BufferView result)
    {
        Volatile.Write(ref value, result);
        ReleaseInputs();
    }

    /// <summary>Lets go of the graph behind a value that no transform in progress needs.</summary>
    public void ReleaseInputs()
    {
        if (!IsTraced && Value is not null)
        {
            Volatile.Write(ref inputs, []);
            Expansion = null;
        }
    }

    /// <summary>The number: graphs are walked with tables of nodes, and the object's own code takes longer to make.</summary>
    public override int GetHashCode() => (int)Id;

    /// <summary>A handle on this node: the one in use, or a new one.</summary>
    public NDArray Handle()
    {
        if (Holders?.Find() is { } existing)
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

    /// <summary>Remembers a handle, weakly, if the node is big enough to care; perhaps instead of another, which is forgotten.</summary>
    public void Watch(NDArray array, NDArray? insteadOf = null) => Holders?.Add(array, insteadOf);

    /// <summary>True unless it is certain that no handle on this node lives.</summary>
    public bool MayBeHeld() => Holders is null || Holders.Find() is not null;
}
