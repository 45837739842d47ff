using Tangent.Kernels;

namespace Tangent;

/// <summary>An argument or result of an exported function.</summary>
/// <param name="Name">The name of an argument that is given by name; null for the others.</param>
/// <param name="Shape">The shape.</param>
/// <param name="DType">The element type.</param>
public sealed record FunctionArray(string? Name, Shape Shape, DType DType)
{
    /// <summary>For messages: <c>x: float32[2,3]</c>.</summary>
    public override string ToString() => $"{(Name is null ? "" : $"{Name}: ")}{new ArraySpec(Shape, DType)}";
}
