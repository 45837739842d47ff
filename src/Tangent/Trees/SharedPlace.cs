namespace Tangent;

/// <summary>A place that holds the same object as an earlier one.</summary>
/// <param name="Number">Counts the shared objects of a tree in the order in which they were met.</param>
internal sealed record SharedPlace(int Number);
