namespace Tangent;

/// <summary>A place whose content shows what it is: an <see cref="ITree"/>, a value of the form, an object behind an interface.</summary>
internal sealed class AnyType<T> : TreeType<T>
{
    /// <inheritdoc/>
    public override void Visit(TreeVisitor visitor, string name, ref T tree) => VisitAny(visitor, name, ref tree);

    /// <summary>Visits what is in a place by the type that it has.</summary>
    public static void VisitAny(TreeVisitor visitor, string name, ref T tree)
    {
        if (tree is null)
            visitor.Missing(name);
        else if (tree is ITree custom)
            VisitCustom(visitor, name, custom, ref tree);
        else if (StaticValues.IsStatic(tree) || StaticValues.IsNumber(tree))
            visitor.Loose(name, tree);
        else if (tree.GetType() != typeof(T) && TreeTypes.Find(tree.GetType()) is { } type)
            tree = (T)type.VisitObject(visitor, name, tree)!;
        else
            visitor.Unknown(name, tree);
    }

    private static void VisitCustom(TreeVisitor visitor, string name, ITree custom, ref T tree)
    {
        object result = custom is ISharedTree shared ? VisitShared(visitor, name, shared) : Inside(visitor, name, custom);
        if (visitor.Access == TreeAccess.Read)
            return;
        if (result is not T typed || result.GetType() != custom.GetType())
            throw new InvalidOperationException($"{custom.GetType().Name}.Accept: it returned {result?.GetType().Name ?? "null"} for a {custom.GetType().Name}.");
        tree = typed;
    }

    private static object VisitShared(TreeVisitor visitor, string name, ISharedTree shared)
    {
        if (!visitor.Shared.Enter(shared, out int number))
        {
            visitor.Again(name, new SharedPlace(number));
            return visitor.Shared.Result(number) ?? throw new InvalidOperationException($"{TypeName.Of(shared.GetType())}: it holds itself, in '{name}'; mark that member [Static].");
        }
        object result = Inside(visitor, name, shared);
        visitor.Shared.Leave(number, result);
        return result;
    }

    private static object Inside(TreeVisitor visitor, string name, ITree custom)
    {
        visitor.Begin(name, custom, custom.GetType());
        object result = custom.Accept(visitor);
        visitor.End();
        return result;
    }
}
