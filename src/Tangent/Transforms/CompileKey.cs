namespace Tangent;

/// <summary>Shapes and types of the arguments of a compiled function.</summary>
internal readonly struct CompileKey(ArraySpec[] arguments) : IEquatable<CompileKey>
{
    public ArraySpec[] Arguments { get; } = arguments;

    /// <inheritdoc/>
    public bool Equals(CompileKey other) => Arguments.AsSpan().SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CompileKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var code = new HashCode();
        foreach (ArraySpec argument in Arguments)
            code.Add(argument);
        return code.ToHashCode();
    }
}
