namespace Tangent;

/// <summary>Arguments that an exported function takes, and what it makes of them.</summary>
/// <param name="Arguments">The arguments; those with a name come last.</param>
/// <param name="Results">The results.</param>
public sealed record FunctionSignature(IReadOnlyList<FunctionArray> Arguments, IReadOnlyList<FunctionArray> Results)
{
    /// <summary>For messages: <c>(float32[2,3], scale: float32[]) → (float32[3])</c>.</summary>
    public override string ToString() => $"({string.Join(", ", Arguments)}) → ({string.Join(", ", Results)})";
}
