namespace Tangent;

/// <summary>What must be true, at each call of a compiled function, of its literal arguments and of what it computes of them alone.</summary>
internal sealed class LiteralRequirements
{
    private readonly List<(Node Number, Action<Scalar> Check)> items = [];

    /// <summary>The numbers about which something is said.</summary>
    public IEnumerable<Node> Numbers => items.Select(item => item.Number);

    /// <summary>Has a number checked at each call.</summary>
    public void Add(Node number, Action<Scalar> check) => items.Add((number, check));

    /// <summary>Throws what the first check throws that fails, of the numbers of a call.</summary>
    public void Require(ReadOnlySpan<NDArray> numbers)
    {
        for (int i = 0; i < numbers.Length; i++)
            items[i].Check(Literals.Read(numbers[i]));
    }
}
