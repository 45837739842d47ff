namespace Tangent;

/// <summary>A place for any list, as <see cref="IReadOnlyList{T}"/> or <see cref="IList{T}"/>. A copy is a .NET array where the list was one, else a <see cref="List{T}"/>.</summary>
internal sealed class ListInterfaceType<TList, T> : BranchType<TList> where TList : class, IEnumerable<T>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref TList tree)
    {
        T[] items = [.. tree];
        for (int i = 0; i < items.Length; i++)
            visitor.Tree(TreeNames.Of(i), ref items[i]);
        if (visitor.Access == TreeAccess.InPlace && tree is IList<T> list && (tree is T[] || !list.IsReadOnly))
            Fill(list, items);
        else if (visitor.Access != TreeAccess.Read)
            tree = (TList)(tree is T[]? items : (object)new List<T>(items));
    }

    private static void Fill(IList<T> list, T[] items)
    {
        for (int i = 0; i < items.Length; i++)
            list[i] = items[i];
    }
}
