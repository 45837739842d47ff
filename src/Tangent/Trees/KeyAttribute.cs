namespace Tangent;

/// <summary>Names a member of a <c>[Tree]</c> or a module; without it the name is the member's, in snake case.</summary>
/// <param name="name">The name, without dots.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class KeyAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
