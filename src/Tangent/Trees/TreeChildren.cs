namespace Tangent;

/// <summary>Collects what stands directly inside a tree.</summary>
internal sealed class TreeChildren : TreeVisitor
{
    private readonly Dictionary<string, object?> children = [];
    private bool isInside;

    private TreeChildren() : base(TreeAccess.Read)
    {
    }

    /// <summary>The members of a tree by name.</summary>
    public static Dictionary<string, object?> Of(object tree)
    {
        var visitor = new TreeChildren();
        visitor.Tree("", ref tree);
        return visitor.children;
    }

    /// <inheritdoc/>
    public override void Tree<T>(string name, ref T tree)
    {
        if (isInside)
        {
            children[name] = tree;
            return;
        }
        isInside = true;
        base.Tree(name, ref tree);
    }

    /// <inheritdoc/>
    public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter) => children[name] = array;
}
