namespace Tangent;

/// <summary>A function that an operation runs.</summary>
/// <param name="Name">What the operation calls it.</param>
/// <param name="Arguments">How many of its inputs are arguments; the others were captured, and are inputs of the operation.</param>
/// <param name="Graph">What it computes.</param>
internal sealed record ExportedBody(string Name, int Arguments, ExportedGraph Graph)
{
    /// <summary>How deep functions may lie in each other: a file is read by functions that call themselves.</summary>
    public const int MostNested = 12;
}
