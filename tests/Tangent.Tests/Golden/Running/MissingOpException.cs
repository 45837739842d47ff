namespace Tangent.Tests.Golden.Running;

/// <summary>A composite function calls an operation that Tangent does not have yet.</summary>
public sealed class MissingOpException(string op) : Exception($"There is no {op}.")
{
    /// <summary>The name of the operation.</summary>
    public string Op { get; } = op;
}
