namespace Tangent;

/// <summary>Shapes and types of the arguments of a compiled function, and which of them are literals: these take the types of the arrays that they meet.</summary>
internal sealed class CompileKey : IEquatable<CompileKey>
{
    private readonly int hash;

    private readonly LiteralKind?[]? literals;

    public CompileKey(NDArray[] arguments, LiteralKind?[]? literals)
    {
        this.literals = literals;
        Arguments = new ArraySpec[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            Arguments[i] = arguments[i].Spec;
            hash = hash * 31 + Arguments[i].GetHashCode();
        }
    }

    public ArraySpec[] Arguments { get; }

    /// <inheritdoc/>
    public bool Equals(CompileKey? other)
    {
        if (other is null || Arguments.Length != other.Arguments.Length)
            return false;
        for (int i = 0; i < Arguments.Length; i++)
            if (Arguments[i] != other.Arguments[i])
                return false;
        return literals is null || other.literals is null ? literals == other.literals : literals.AsSpan().SequenceEqual(other.literals);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CompileKey);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;
}
