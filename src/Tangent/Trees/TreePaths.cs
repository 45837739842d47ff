namespace Tangent;

/// <summary>Collects the paths of a tree's arrays.</summary>
internal sealed class TreePaths : TreeVisitor
{
    private readonly List<string> open = [];
    private readonly List<string> paths = [];

    private TreePaths() : base(TreeAccess.Read)
    {
    }

    /// <summary>The path of each array: names, joined by dots.</summary>
    public static string[] Of<T>(T tree)
    {
        var visitor = new TreePaths();
        visitor.Tree("", ref tree);
        return [.. visitor.paths];
    }

    /// <inheritdoc/>
    public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter)
    {
        if (array is not null)
            paths.Add(TreeNames.Join(open.Count == 0 ? "" : open[^1], name));
    }

    /// <inheritdoc/>
    protected internal override void Begin(string name, object tree, Type type)
    {
        base.Begin(name, tree, type);
        open.Add(TreeNames.Join(open.Count == 0 ? "" : open[^1], name));
    }

    /// <inheritdoc/>
    protected internal override void End() => open.RemoveAt(open.Count - 1);
}
