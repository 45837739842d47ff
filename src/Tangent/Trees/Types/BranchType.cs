namespace Tangent;

/// <summary>A container whose branches are visited one by one.</summary>
internal abstract class BranchType<T> : TreeType<T>
{
    /// <inheritdoc/>
    public sealed override void Visit(TreeVisitor visitor, string name, ref T tree)
    {
        if (tree is null)
        {
            visitor.Missing(name);
            return;
        }
        // A type that derives from a container holds more than the container shows.
        if (tree is ITree || (!typeof(T).IsValueType && !typeof(T).IsInterface && tree.GetType() != typeof(T)))
        {
            AnyType<T>.VisitAny(visitor, name, ref tree);
            return;
        }
        visitor.Begin(name, tree, typeof(T));
        Branches(visitor, ref tree);
        visitor.End();
    }

    /// <summary>Visits the branches; where the visitor makes a copy, another container takes the place of this one.</summary>
    protected abstract void Branches(TreeVisitor visitor, ref T tree);
}
