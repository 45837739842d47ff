namespace Tangent.Layers;

/// <summary>Collects the members of one module that hold arrays of its own, none of a module in it.</summary>
internal sealed class ArrayMembers : TreeVisitor
{
    private readonly HashSet<string> members = [];
    private readonly Stack<bool> open = new();
    private string member = "";

    private ArrayMembers() : base(TreeAccess.Read)
    {
    }

    /// <summary>Their names; those of buffers are not among them.</summary>
    public static IReadOnlySet<string> Of(Module module)
    {
        var visitor = new ArrayMembers();
        ((ITree)module).Accept(visitor);
        return visitor.members;
    }

    /// <inheritdoc/>
    public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter)
    {
        if (Effective(role) != ArrayRole.Buffer && !(open.TryPeek(out bool isInModule) && isInModule))
            members.Add(open.Count == 0 ? name : member);
    }

    /// <inheritdoc/>
    protected internal override void Begin(string name, object tree, Type type)
    {
        base.Begin(name, tree, type);
        if (open.Count == 0)
            member = name;
        open.Push(tree is Module || (open.TryPeek(out bool isInModule) && isInModule));
    }

    /// <inheritdoc/>
    protected internal override void End() => open.Pop();
}
