namespace Tangent;

/// <summary>
/// Makes a member of a <c>[Tree]</c> or a module part of the form: it is copied as it is, compared by its own equality where a compiled
/// function asks for a plan, and has no derivative.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class StaticAttribute : Attribute;
