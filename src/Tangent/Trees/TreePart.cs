namespace Tangent;

/// <summary>A place of a tree, in the order in which places are visited.</summary>
/// <param name="Kind">What is there.</param>
/// <param name="Name">Its name in the tree that holds it.</param>
/// <param name="Value">The array, the value, or the tree that begins; null for an empty place and an end.</param>
/// <param name="Type">The type of a tree that begins.</param>
internal sealed record TreePart(TreePartKind Kind, string Name, object? Value, Type? Type = null);
