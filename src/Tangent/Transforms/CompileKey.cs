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

    /// <summary>What is other than in another key, in words.</summary>
    public string Difference(CompileKey before)
    {
        if (Arguments.Length != before.Arguments.Length)
            return $"there are {Arguments.Length} arguments, and were {before.Arguments.Length}";
        for (int i = 0; i < Arguments.Length; i++)
            if (Arguments[i] != before.Arguments[i])
                return $"argument {i} is {Arguments[i]}, and was {before.Arguments[i]}";
            else if (LiteralAt(i) != before.LiteralAt(i))
                return $"argument {i} is {Kind(LiteralAt(i))}, and was {Kind(before.LiteralAt(i))}";
        return "there were too many others to keep its plan";
    }

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

    private LiteralKind? LiteralAt(int argument) => literals?[argument];

    private static string Kind(LiteralKind? literal) => literal is { } kind ? $"a literal ({kind})" : "an array";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CompileKey);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;
}
