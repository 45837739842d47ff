namespace Tangent;

/// <summary>Sets that merge, with path halving.</summary>
internal sealed class DisjointSets<T> where T : class
{
    private readonly Dictionary<T, T> parents = new();

    /// <summary>The representative of an element's set.</summary>
    public T Find(T element)
    {
        while (parents.TryGetValue(element, out T? parent))
        {
            if (parents.TryGetValue(parent, out T? grandparent))
                parents[element] = grandparent;
            element = parent;
        }
        return element;
    }

    /// <summary>Merges two sets.</summary>
    public void Union(T x, T y)
    {
        T first = Find(x);
        T second = Find(y);
        if (!ReferenceEquals(first, second))
            parents[second] = first;
    }
}
