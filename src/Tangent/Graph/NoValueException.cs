namespace Tangent;

/// <summary>A function that is traced without values wants one.</summary>
internal sealed class NoValueException(string transform) : InvalidOperationException(Text(transform, "the function"))
{
    /// <summary>The transform that traces it.</summary>
    public string Transform => transform;

    /// <summary>The error for the user, with the function that reads.</summary>
    public InvalidOperationException By(string reader) => new(Text(transform, reader), this);

    private static string Text(string transform, string reader) =>
        $"{transform}: {reader} reads the value of an array, but while a function is traced by {transform} there is none. " +
        "Item, ToArray, Eval, printing and branching on values cannot be used here; use Mx.Where to choose between values.";
}
