namespace Tangent.Layers;

/// <summary>Knows the path of the place that it visits, and the module in which it is.</summary>
internal abstract class PathVisitor(TreeAccess access = TreeAccess.Read) : TreeVisitor(access)
{
    private readonly Stack<(string Path, Module? Owner, string OwnerPath)> open = new();

    /// <summary>The path of what it is inside of.</summary>
    protected string Inside { get; private set; } = "";

    /// <summary>The innermost module that it is inside of.</summary>
    protected Module? Owner { get; private set; }

    /// <summary>The path of that module.</summary>
    protected string OwnerPath { get; private set; } = "";

    /// <summary>The path of a place in what it is inside of.</summary>
    protected string Path(string name) => TreeNames.Join(Inside, name);

    /// <inheritdoc/>
    public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter)
    {
    }

    /// <inheritdoc/>
    protected internal override void Begin(string name, object tree, Type type)
    {
        base.Begin(name, tree, type);
        open.Push((Inside, Owner, OwnerPath));
        Inside = Path(name);
        if (tree is Module module)
            (Owner, OwnerPath) = (module, Inside);
    }

    /// <inheritdoc/>
    protected internal override void End() => (Inside, Owner, OwnerPath) = open.Pop();
}
