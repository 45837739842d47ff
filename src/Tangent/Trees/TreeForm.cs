using System.Collections;

namespace Tangent;

/// <summary>The form of a tree: equal for trees that differ only in the values of their arrays, not in shapes or types.</summary>
internal sealed class TreeForm : IEquatable<TreeForm>
{
    private static readonly NDArray AnyArray = new(Constant.Node(Scalar.Of(false), DType.Bool));

    private readonly List<object?> parts = [];

    /// <summary>The form of a tree. A type of the user's counts by its own equality, with all arrays replaced by one.</summary>
    public TreeForm(object? tree) => Append(tree);

    /// <inheritdoc/>
    public bool Equals(TreeForm? other) => other is not null && parts.SequenceEqual(other.parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TreeForm);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var code = new HashCode();
        foreach (object? part in parts)
            code.Add(part);
        return code.ToHashCode();
    }

    private void Append(object? tree)
    {
        if (tree is NDArray array)
            parts.Add(array.Spec);
        else if (tree is ITree custom)
            AppendCustom(custom);
        else if (Tree.Branches(tree) is { } branches)
            AppendBranches(tree!, branches);
        else
            parts.Add(tree);
    }

    private void AppendCustom(ITree custom)
    {
        parts.Add(custom.Replace(() => AnyArray));
        foreach (NDArray array in Tree.Flatten(custom))
            parts.Add(array.Spec);
    }

    private void AppendBranches(object tree, object?[] branches)
    {
        parts.Add((tree.GetType(), branches.Length));
        if (tree is IDictionary dictionary)
            parts.AddRange(TreeBuilder.Keys(dictionary));
        foreach (object? branch in branches)
            Append(branch);
    }
}
