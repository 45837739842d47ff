namespace Tangent;

/// <summary>Shapes and types of the arguments of a compiled function.</summary>
internal sealed class CompileKey : IEquatable<CompileKey>
{
    private readonly int hash;

    public CompileKey(NDArray[] arguments)
    {
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
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CompileKey);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;
}
