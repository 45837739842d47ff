namespace Tangent;

/// <summary>
/// The order of effects that must not overtake each other. A node with an effect names the one before it, so whoever evaluates
/// it evaluates that first, and each runs once. A trace whose graph is made again later, on other inputs, has an order of its own.
/// </summary>
internal sealed class EffectOrder
{
    // One evaluation with effects at a time: a second must see which of them the first has run.
    private static readonly Lock Gate = new();

    private Node? last;

    /// <summary>The last node made, if it has not run yet.</summary>
    public Node? Pending => Volatile.Read(ref last) is { Value: null } node ? node : null;

    /// <summary>Adds the node of these inputs that <paramref name="make"/> makes from the one before it. One that is never computed has no place.</summary>
    public Node Append(Node[] inputs, Func<Node?, Node> make)
    {
        if (Array.Exists(inputs, input => input.DependsOnPlaceholder))
            return make(null);
        EffectOrder order = Trace.Recording?.EffectsOf(this) ?? this;
        lock (order)
            return order.last = make(order.Pending);
    }

    /// <summary>True on the thread of an evaluation that has effects.</summary>
    public static bool IsAlone => Gate.IsHeldByCurrentThread;

    /// <summary>Runs an evaluation that has effects, alone.</summary>
    public static void Alone(Action evaluate)
    {
        lock (Gate)
            evaluate();
    }
}
