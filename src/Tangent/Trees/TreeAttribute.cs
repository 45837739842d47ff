namespace Tangent;

/// <summary>
/// Makes a partial record, class or struct a tree: the package's generator writes <see cref="ITree.Accept"/>. Arrays, and what
/// is made of them, are visited under their names in snake case; whatever can hold no array is part of the form.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TreeAttribute : Attribute;
