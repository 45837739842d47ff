namespace Tangent;

/// <summary>A .NET array of one axis; its branches are named by their index.</summary>
internal sealed class VectorType<T> : BranchType<T[]>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref T[] tree)
    {
        T[] items = visitor.Access == TreeAccess.Copy ? [.. tree] : tree;
        for (int i = 0; i < items.Length; i++)
        {
            T item = items[i];
            visitor.Tree(TreeNames.Of(i), ref item);
            if (visitor.Access != TreeAccess.Read)
                items[i] = item;
        }
        tree = items;
    }

    /// <inheritdoc/>
    public override object Extend(object tree, object other)
    {
        var items = (T[])tree;
        return other is T[] more && more.Length > items.Length ? [.. items, .. more[items.Length..]] : items;
    }
}
