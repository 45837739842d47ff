namespace Tangent;

/// <summary>Some nodes.</summary>
internal sealed class NodeSet
{
    private NodePages<Page> pages;

    /// <summary>No nodes.</summary>
    public NodeSet()
    {
    }

    /// <summary>Some nodes.</summary>
    public NodeSet(ReadOnlySpan<Node> nodes)
    {
        foreach (Node node in nodes)
            Add(node);
    }

    /// <summary>Adds a node; false if it was there.</summary>
    public bool Add(Node node)
    {
        Page page = pages.Get(node);
        uint before = page.Present;
        page.Present |= NodePages<Page>.Bit(node);
        return page.Present != before;
    }

    /// <summary>True if the node is among them.</summary>
    public bool Contains(Node node) => pages.Find(node) is { } page && (page.Present & NodePages<Page>.Bit(node)) != 0;

    /// <summary>Adds the nodes of another set.</summary>
    public void UnionWith(NodeSet other)
    {
        Dictionary<long, Page> own = pages.All();
        foreach ((long number, Page page) in other.pages.All())
            if (own.TryGetValue(number, out Page? mine))
                mine.Present |= page.Present;
            else
                own[number] = new() { Present = page.Present };
    }

    private sealed class Page
    {
        public uint Present;
    }
}
