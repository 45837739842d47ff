namespace Tangent.Bench.Lifetime;

/// <summary>A stand-in for the array that users hold: it holds its node; a node never holds it.</summary>
internal sealed class Handle
{
    /// <summary>A handle on a new node with the given inputs.</summary>
    public Handle(Node? x = null, Node? y = null, bool weak = true)
    {
        Node = new Node(x, y, weak);
        Node.SetHandle(this);
    }

    /// <summary>The node.</summary>
    public Node Node { get; }

    public static Handle operator *(Handle x, Handle y) => new(x.Node, y.Node);

    public static Handle operator +(Handle x, Handle y) => new(x.Node, y.Node);
}
