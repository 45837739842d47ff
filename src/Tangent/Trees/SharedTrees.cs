namespace Tangent;

/// <summary>The objects that a visitor met and that may stand in further places.</summary>
internal sealed class SharedTrees
{
    private readonly Dictionary<ISharedTree, (SharedPlace Place, object? Result)> met = new(ReferenceEqualityComparer.Instance);

    /// <summary>True for an object that was met before.</summary>
    /// <param name="tree">The object.</param>
    /// <param name="place">Which of them it is.</param>
    /// <param name="result">What the visitor put in its place; null while it is still inside.</param>
    public bool Knows(ISharedTree tree, out SharedPlace? place, out object? result)
    {
        bool isKnown = met.TryGetValue(tree, out (SharedPlace Place, object? Result) found);
        (place, result) = found;
        return isKnown;
    }

    /// <summary>An object begins.</summary>
    public void Enter(ISharedTree tree) => met.Add(tree, (new SharedPlace(met.Count), null));

    /// <summary>It ends, and this is what stands in its places.</summary>
    public void Leave(ISharedTree tree, object result) => met[tree] = (met[tree].Place, result);
}
