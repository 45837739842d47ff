namespace Tangent;

/// <summary>The arrays that exported functions read, each once.</summary>
internal sealed class ConstantTable
{
    private readonly NodeMap<int> numbers = new();
    private readonly List<NDArray> arrays = [];

    /// <summary>All arrays, by their numbers.</summary>
    public IReadOnlyList<NDArray> Arrays => arrays;

    /// <summary>The number of an array.</summary>
    public int Number(Node node)
    {
        if (numbers.TryGet(node, out int number))
            return number;
        numbers[node] = arrays.Count;
        // A handle to which nobody else assigns.
        arrays.Add(node.Handle().Share());
        return arrays.Count - 1;
    }

    /// <summary>Forgets the arrays after some.</summary>
    public void Shorten(int count)
    {
        foreach (NDArray array in arrays.Skip(count))
            numbers.Remove(array.Node, out _);
        arrays.RemoveRange(count, arrays.Count - count);
    }
}
