namespace Tangent;

/// <summary>A dictionary by string; its branches are named by their keys, in the dictionary's order.</summary>
internal sealed class DictionaryType<T> : BranchType<Dictionary<string, T>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref Dictionary<string, T> tree)
    {
        Dictionary<string, T> dictionary = visitor.Access == TreeAccess.Copy ? new(tree, tree.Comparer) : tree;
        foreach (string key in tree.Keys.ToArray())
        {
            T item = dictionary[key];
            visitor.Tree(key, ref item);
            if (visitor.Access != TreeAccess.Read)
                dictionary[key] = item;
        }
        tree = dictionary;
    }

    /// <inheritdoc/>
    public override object Extend(object tree, object other)
    {
        var dictionary = (Dictionary<string, T>)tree;
        foreach ((string key, T value) in (Dictionary<string, T>)other)
            dictionary.TryAdd(key, value);
        return dictionary;
    }
}
