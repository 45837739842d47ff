using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>The objects that a visitor met and that may stand in further places.</summary>
internal sealed class SharedTrees
{
    private readonly Dictionary<ISharedTree, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<object?> results = [];

    /// <summary>True for an object that was not met before; from now on it was.</summary>
    /// <param name="tree">The object.</param>
    /// <param name="number">Which of them it is.</param>
    public bool Enter(ISharedTree tree, out int number)
    {
        ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, tree, out bool isKnown);
        if (!isKnown)
        {
            place = results.Count;
            results.Add(null);
        }
        number = place;
        return !isKnown;
    }

    /// <summary>An object ends, and this is what stands in its places.</summary>
    public void Leave(int number, object result) => results[number] = result;

    /// <summary>What stands in the places of an object; null while the visitor is inside.</summary>
    public object? Result(int number) => results[number];
}
