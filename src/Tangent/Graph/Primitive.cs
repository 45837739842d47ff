using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// One operation: its parameters, what comes out, what to compute, and how it is differentiated and batched.
/// Rules are made of differentiable operations. A null tangent or cotangent is zero.
/// </summary>
internal abstract record Primitive
{
    /// <summary>The name for messages.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>All parameters, in the order of the constructor; what is no data is left out: functions and the rules of the user.</summary>
    public virtual Parameter[] Parameters => [];

    /// <summary>The functions that it runs, by the names in the constructor and in its order. What they captured are the last inputs, in this order.</summary>
    public virtual (string Name, Closure? Function)[] Closures => [];

    /// <summary>True if the result lies in the memory of the first input, which it keeps, wherever strides can express it.</summary>
    public virtual bool IsView => false;

    /// <summary>
    /// The order in which it belongs if it does something beside computing: then each node runs exactly once, whoever reads the
    /// result, after those that were made before it; null for an operation without effect. It lowers to a <see cref="BufferKernel"/>.
    /// </summary>
    public virtual EffectOrder? Effects => null;

    /// <inheritdoc cref="Effects"/>
    public bool HasEffect => Effects is not null;

    /// <summary>Shape and element type of the result.</summary>
    public abstract ArraySpec Infer(Node[] x);

    /// <summary>What to compute.</summary>
    public abstract Kernel Lower(Node[] x, ArraySpec y);

    /// <summary>The tangent of the result <paramref name="y"/>, given the tangents of the inputs, of which at least one is not null.</summary>
    public virtual NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => throw new MissingRuleException(Name, "Jvp");

    /// <summary>
    /// The cotangents of the inputs in which <paramref name="active"/> is set. Derived by transposing what
    /// <see cref="Jvp"/> does to placeholder tangents; overridden only where that costs.
    /// </summary>
    public virtual NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Transposition.OfJvp(this, x, active, [y], [ct]);

    /// <summary>
    /// The cotangents of the inputs in which this is linear: those that are null in <paramref name="x"/>, whose
    /// shapes and types are in <paramref name="inputs"/>.
    /// </summary>
    public virtual NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => throw new MissingRuleException(Name, "Transpose");

    /// <summary>How the result depends on one of <paramref name="count"/> inputs; <see cref="Transpose"/> is asked only where this allows it.</summary>
    public virtual Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <summary>True if each element of the result depends on the elements of the inputs at its own place alone.</summary>
    public virtual bool IsElementwise => false;

    /// <summary>The elements of an input that the result depends on, where that is known of the values: the reverse rule's result may be anything elsewhere. Null for all.</summary>
    public virtual Support? SupportOf(Node node, int input) => null;

    /// <summary>True if the reverse rule's result is zero outside <see cref="SupportOf"/> all the same.</summary>
    public virtual bool CutsToSupport => false;

    /// <summary>True if the reverse rule makes a zero of a zero for one of <paramref name="count"/> inputs, whatever the values are.</summary>
    public virtual bool KeepsZeros(int input, int count) => LinearityIn(input, count) is Linearity.Together;

    /// <summary>Where an input's cotangent can differ from zero, given where the result's does; null is everywhere. Of places that only move the operation knows where they go.</summary>
    public virtual Support? PullSupport(Support? support, Node node, int input) => IsElementwise ? support : null;

    /// <summary>Which elements of an input an element of the result may depend on, whatever their values are.</summary>
    public virtual Reach ReachOf(Node[] x, int input) => IsElementwise ? Reach.Place : Reach.All;

    /// <summary>
    /// The operation on a batch: <paramref name="axes"/> says along which axis of each input the examples lie, null for
    /// an input that all share; at least one is not null.
    /// </summary>
    public virtual Batched Vmap(NDArray[] x, int?[] axes) => throw new MissingRuleException(Name, "Vmap");

    /// <summary>An input that must not be one of those to transpose in, because the operation is not linear in all of them together.</summary>
    protected NDArray Known(NDArray? x) => x ?? throw new MissingRuleException(Name, "Transpose");

    /// <summary>The tangents of all results; transforms know primitives by these forms, which a <see cref="MultiOutput"/> has for several.</summary>
    public virtual NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y) => [Jvp(x, dx, y[0])];

    /// <summary>The cotangents of the active inputs from those of all results, of which at least one is not null.</summary>
    public virtual NDArray?[] VjpAll(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct) => Vjp(x, active, y[0], ct[0]!);

    /// <summary>The cotangents of the inputs that are null in <paramref name="x"/> from those of all results.</summary>
    public virtual NDArray?[] TransposeAll(NDArray?[] ct, NDArray?[] x, ArraySpec[] inputs) => Transpose(ct[0]!, x, inputs);

    /// <summary>All results on a batch.</summary>
    public virtual Batched[] VmapAll(NDArray[] x, int?[] axes) => [Vmap(x, axes)];

    /// <summary>A new node of the graph, one handle a result.</summary>
    public virtual NDArray[] ApplyAll(NDArray[] x) => [Apply(x)];

    /// <inheritdoc/>
    public sealed override string ToString() => ParameterText.Of(Name, Parameters);

    /// <summary>A new node of the graph.</summary>
    public NDArray Apply(params ReadOnlySpan<NDArray> x)
    {
        CollectionPoint.Pass();
        var inputs = new Node[x.Length];
        for (int i = 0; i < x.Length; i++)
            inputs[i] = x[i].Node;
        ArraySpec result = Infer(inputs);
        return (Effects is { } order ? ApplyIn(order, inputs, result) : new Node(this, inputs, result.Shape, result.DType)).Handle();
    }

    // Apart, since a closure is made where its method begins.
    private Node ApplyIn(EffectOrder order, Node[] inputs, ArraySpec result) =>
        order.Append(inputs, before => new Node(this, inputs, result.Shape, result.DType, predecessor: before));
}
