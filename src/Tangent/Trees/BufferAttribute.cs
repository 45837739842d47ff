namespace Tangent;

/// <summary>Makes an array of a <c>[Tree]</c> one that is never trained: its gradient is zero.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class BufferAttribute : Attribute;
