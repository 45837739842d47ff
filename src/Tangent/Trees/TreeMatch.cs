using System.Collections;

namespace Tangent;

/// <summary>Reads a tree of tangents along the tree of its primals, or of cotangents along that of the outputs.</summary>
/// <param name="function">The function that was called, for messages.</param>
/// <param name="role">What the arrays are: <c>tangent</c> or <c>cotangent</c>.</param>
/// <param name="partner">What they belong to: <c>primal</c> or <c>output</c>.</param>
internal sealed class TreeMatch(string function, string role, string partner)
{
    private readonly List<NDArray?> leaves = [];

    /// <summary>One entry for each array of <paramref name="like"/>; a null branch gives nulls.</summary>
    public NDArray?[] Read(object? like, object? tree)
    {
        Collect(like, tree);
        return [.. leaves];
    }

    private void Collect(object? like, object? tree)
    {
        if (tree is null)
            leaves.AddRange(new NDArray?[Tree.Flatten(like).Length]);
        else if (like is NDArray)
            leaves.Add(tree as NDArray ?? throw Mismatch(like, tree));
        else if (like is ITree)
            CollectCustom(like, tree);
        else if (Tree.Branches(like) is { } branches)
            CollectBranches(like!, branches, tree);
    }

    private void CollectCustom(object like, object tree)
    {
        if (tree is not ITree custom || tree.GetType() != like.GetType())
            throw Mismatch(like, tree);
        custom.Flatten(leaves);
    }

    private void CollectBranches(object like, object?[] branches, object tree)
    {
        object?[] others = Tree.Branches(tree) ?? throw Mismatch(like, tree);
        if (like is IDictionary dictionary)
            RequireKeys(dictionary, tree);
        if (others.Length != branches.Length)
            throw new ArgumentException($"{function}: {others.Length} {role}s for {branches.Length} {partner}s.", role + "s");
        for (int i = 0; i < branches.Length; i++)
            Collect(branches[i], others[i]);
    }

    private void RequireKeys(IDictionary like, object tree)
    {
        if (tree is not IDictionary other)
            throw Mismatch(like, tree);
        string[] keys = TreeBuilder.Keys(other);
        if (TreeBuilder.Keys(like).Except(keys).FirstOrDefault() is { } missing)
            throw new ArgumentException($"{function}: there is no {role} for the {partner} '{missing}'; null stands for none.", role + "s");
        if (keys.Except(TreeBuilder.Keys(like)).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"{function}: the {role} '{unknown}' belongs to no {partner}.", role + "s");
    }

    private ArgumentException Mismatch(object like, object tree) =>
        new($"{function}: a {role} of type {tree.GetType().Name} belongs to a {partner} of type {like.GetType().Name}.", role + "s");
}
