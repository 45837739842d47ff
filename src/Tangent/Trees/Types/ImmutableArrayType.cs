using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>An immutable array; its branches are named by their index.</summary>
internal sealed class ImmutableArrayType<T> : BranchType<ImmutableArray<T>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref ImmutableArray<T> tree)
    {
        if (tree.IsDefault)
            return;
        T[] items = [.. tree];
        for (int i = 0; i < items.Length; i++)
            visitor.Tree(TreeNames.Of(i), ref items[i]);
        if (visitor.Access != TreeAccess.Read)
            tree = ImmutableCollectionsMarshal.AsImmutableArray(items);
    }
}
