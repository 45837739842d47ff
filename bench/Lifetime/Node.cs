namespace Tangent.Bench.Lifetime;

/// <summary>A stand-in for a graph node: it knows its inputs, and its handle only weakly.</summary>
internal sealed class Node(Node? x, Node? y, bool weak)
{
    private WeakReference<Handle>? handle;

    /// <summary>The inputs.</summary>
    public (Node? X, Node? Y) Inputs { get; } = (x, y);

    /// <summary>True unless the collector has found the handle dead; a node without a weak handle cannot know.</summary>
    public bool MayBeHeld => handle is null || handle.TryGetTarget(out _);

    /// <summary>Notes the handle.</summary>
    public void SetHandle(Handle target)
    {
        if (weak)
            handle = new WeakReference<Handle>(target);
    }
}
