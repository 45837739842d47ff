using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>A list; its branches are named by their index.</summary>
internal sealed class ListType<T> : BranchType<List<T>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref List<T> tree)
    {
        List<T> list = visitor.Access == TreeAccess.Copy ? [.. tree] : tree;
        for (int i = 0; i < list.Count; i++)
        {
            T item = list[i];
            visitor.Tree(TreeNames.Of(i), ref item);
            if (visitor.Access != TreeAccess.Read)
                CollectionsMarshal.AsSpan(list)[i] = item;
        }
        tree = list;
    }

    /// <inheritdoc/>
    public override object Extend(object tree, object other)
    {
        var list = (List<T>)tree;
        list.AddRange(((List<T>)other).Skip(list.Count));
        return list;
    }
}
