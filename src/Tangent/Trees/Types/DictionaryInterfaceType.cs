namespace Tangent;

/// <summary>A place for any dictionary by string, as <see cref="IReadOnlyDictionary{TKey, TValue}"/> or <see cref="IDictionary{TKey, TValue}"/>. A copy is a <see cref="Dictionary{TKey, TValue}"/>.</summary>
internal sealed class DictionaryInterfaceType<TDictionary, T> : BranchType<TDictionary> where TDictionary : class, IEnumerable<KeyValuePair<string, T>>
{
    /// <inheritdoc/>
    protected override void Branches(TreeVisitor visitor, ref TDictionary tree)
    {
        KeyValuePair<string, T>[] items = [.. tree];
        var copy = new Dictionary<string, T>(items.Length, (tree as Dictionary<string, T>)?.Comparer);
        var writable = visitor.Access == TreeAccess.InPlace && tree is IDictionary<string, T> { IsReadOnly: false } given ? given : copy;
        foreach ((string key, T value) in items)
        {
            T item = value;
            visitor.Tree(key, ref item);
            writable[key] = item;
        }
        if (visitor.Access != TreeAccess.Read && ReferenceEquals(writable, copy))
            tree = (TDictionary)(object)copy;
    }
}
