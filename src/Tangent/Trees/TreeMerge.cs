namespace Tangent;

/// <summary>Puts two trees together.</summary>
/// <param name="merge">What to do where both hold an array; null refuses that.</param>
internal sealed class TreeMerge(Func<NDArray, NDArray, NDArray>? merge) : TreeVisitor
{
    private readonly Stack<Dictionary<string, object?>> others = new();
    private readonly Stack<string> paths = new();

    /// <summary>A tree that holds what either holds.</summary>
    public T Of<T>(T first, T second)
    {
        others.Push(new() { [""] = second });
        Tree("", ref first);
        others.Pop();
        return first;
    }

    /// <inheritdoc/>
    public override void Tree<T>(string name, ref T tree)
    {
        if (others.Peek().GetValueOrDefault(name) is not { } other)
            return;
        if (tree is null)
        {
            tree = (T)other;
            return;
        }
        if (tree is NDArray || StaticValues.IsStatic(tree) || StaticValues.IsNumber(tree))
        {
            base.Tree(name, ref tree);
            return;
        }
        if (tree.GetType() != other.GetType())
            throw new ArgumentException($"Merge: a {TypeName.Of(other.GetType())} meets a {TypeName.Of(tree.GetType())} at '{Path(name)}'.", nameof(tree));
        others.Push(TreeChildren.Of(other));
        paths.Push(name);
        base.Tree(name, ref tree);
        paths.Pop();
        others.Pop();
        if (TreeTypes.Find(other.GetType()) is { } type)
            tree = (T)type.Extend(tree!, other);
    }

    /// <inheritdoc/>
    public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter)
    {
        if (others.Peek().GetValueOrDefault(name) is not { } other)
            return;
        if (other is not NDArray given)
            throw new ArgumentException($"Merge: a {TypeName.Of(other.GetType())} meets an array at '{Path(name)}'.", nameof(array));
        if (array is not null && merge is null)
            throw new ArgumentException($"Merge: both trees hold an array at '{Path(name)}'; say with a function what to make of the two.", nameof(array));
        array = array is null ? given : merge!(array, given);
    }

    private string Path(string name) => string.Join('.', paths.Reverse().Append(name).Where(part => part.Length > 0));
}
