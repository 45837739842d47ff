namespace Tangent;

/// <summary>Sets of the numbers from 0 that merge, with path halving.</summary>
internal sealed class DisjointSets(int count)
{
    // One more than the parent; 0 for the representative of a set.
    private readonly int[] parents = new int[count];

    /// <summary>The representative of an element's set.</summary>
    public int Find(int element)
    {
        while (parents[element] != 0)
        {
            int parent = parents[element] - 1;
            if (parents[parent] != 0)
                parents[element] = parents[parent];
            element = parent;
        }
        return element;
    }

    /// <summary>Merges two sets.</summary>
    public void Union(int x, int y)
    {
        int first = Find(x);
        int second = Find(y);
        if (first != second)
            parents[second] = first + 1;
    }
}
