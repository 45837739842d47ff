namespace Tangent;

/// <summary>A function that is traced without values wants one.</summary>
internal sealed class NoValueException(string transform) : InvalidOperationException(Text(transform, "the function"))
{
    /// <summary>The transform that traces it.</summary>
    public string Transform => transform;

    /// <summary>True if the array stands for one of each of the examples of a map in progress.</summary>
    public bool IsMapped { get; private init; }

    /// <summary>The error for the user, with the function that reads.</summary>
    /// <param name="reader">The function.</param>
    /// <param name="roots">The arrays that it reads.</param>
    public InvalidOperationException By(string reader, ReadOnlySpan<Node> roots)
    {
        Node[] inputs = [.. GraphSort.Order(roots, node => node.Value is null ? node.Inputs : []).Where(node => node.Primitive is Placeholder)];
        if (Array.Find(inputs, node => node.Trace is { IsOpen: false }) is { Primitive: Placeholder { Transform: var closed } })
            return new($"{reader}: the array escaped from {closed}: it was made from an argument of the function that {closed} ran, which has no value, and was kept in a variable outside. Return it from that function.");
        return new(Text(transform, reader), new NoValueException(transform) { IsMapped = Array.Exists(inputs, node => node.Trace is { IsMap: true }) });
    }

    private static string Text(string transform, string reader) =>
        $"{transform}: {reader} reads the value of an array, but while a function is traced by {transform} there is none. " +
        "Item, ToArray, Eval, printing and branching on values cannot be used here; use Mx.Where to choose between values.";
}
