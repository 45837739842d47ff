namespace Tangent;

/// <summary>Reads a tree of tangents along the tree of its primals.</summary>
internal static class TreeMatch
{
    /// <summary>Adds one entry for each array of <paramref name="like"/>; a null branch gives nulls.</summary>
    public static void Collect(string function, object? like, object? tree, List<NDArray?> leaves)
    {
        if (tree is null)
            leaves.AddRange(new NDArray?[Tree.Flatten(like).Length]);
        else if (like is NDArray)
            leaves.Add(tree as NDArray ?? throw Mismatch(function, like, tree));
        else if (like is ITree)
            CollectCustom(function, like, tree, leaves);
        else if (Tree.Branches(like) is { } branches)
            CollectBranches(function, like!, branches, tree, leaves);
    }

    private static void CollectCustom(string function, object like, object tree, List<NDArray?> leaves)
    {
        if (tree is not ITree custom || tree.GetType() != like.GetType())
            throw Mismatch(function, like, tree);
        custom.Flatten(leaves);
    }

    private static void CollectBranches(string function, object like, object?[] branches, object tree, List<NDArray?> leaves)
    {
        object?[] others = Tree.Branches(tree) ?? throw Mismatch(function, like, tree);
        if (others.Length != branches.Length)
            throw new ArgumentException($"{function}: {others.Length} tangents for {branches.Length} primals.", nameof(tree));
        for (int i = 0; i < branches.Length; i++)
            Collect(function, branches[i], others[i], leaves);
    }

    private static ArgumentException Mismatch(string function, object like, object tree) =>
        new($"{function}: a tangent of type {tree.GetType().Name} belongs to a primal of type {like.GetType().Name}.", nameof(tree));
}
