using System.Collections;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>
/// Takes trees apart and puts them together: arrays, tuples, lists, dictionaries by string and <see cref="ITree"/>s, in
/// any nesting. Anything else is kept as it is.
/// </summary>
internal static class Tree
{
    /// <summary>The arrays of a tree, depth first; dictionaries in the order of their keys.</summary>
    public static NDArray[] Flatten(object? tree)
    {
        var leaves = new List<NDArray?>();
        Collect(tree, leaves);
        var arrays = new NDArray[leaves.Count];
        for (int i = 0; i < arrays.Length; i++)
            arrays[i] = leaves[i] ?? throw new ArgumentException($"The tree's array {i} is null.", nameof(tree));
        return arrays;
    }

    /// <summary>A tree of the same form that holds other arrays.</summary>
    public static T Rebuild<T>(T like, IReadOnlyList<NDArray> leaves)
    {
        int index = 0;
        return (T)Replace(like, () => leaves[index++])!;
    }

    /// <summary>The branches of a tree that is no array and no <see cref="ITree"/>; null for a leaf.</summary>
    public static object?[]? Branches(object? tree) => tree is NDArray or ITree or null or string ? null : ContainerBranches(tree);

    // Apart, because compiling it loads much that a function of arrays alone does without.
    private static object?[]? ContainerBranches(object tree) => tree switch
    {
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])],
        IDictionary dictionary => [.. TreeBuilder.Keys(dictionary).Select(key => dictionary[key])],
        IList list => [.. list.Cast<object?>()],
        _ => null,
    };

    /// <summary>Adds the arrays of a tree.</summary>
    public static void Collect(object? tree, List<NDArray?> leaves)
    {
        if (tree is NDArray array)
            leaves.Add(array);
        else if (tree is ITree custom)
            custom.Flatten(leaves);
        else
            foreach (object? branch in Branches(tree) ?? [])
                Collect(branch, leaves);
    }

    private static object? Replace(object? like, Func<NDArray> next)
    {
        if (like is NDArray)
            return next();
        if (like is ITree custom)
            return custom.Replace(next);
        if (Branches(like) is not { } branches)
            return like;
        for (int i = 0; i < branches.Length; i++)
            branches[i] = Replace(branches[i], next);
        return TreeBuilder.Build(like!, branches);
    }
}
