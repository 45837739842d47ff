namespace Tangent;

/// <summary>Makes an array of a <c>[Tree]</c> or a module, or all arrays in a member, such that are never trained: their gradient is zero.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class BufferAttribute : Attribute;
