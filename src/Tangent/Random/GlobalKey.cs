namespace Tangent;

/// <summary>Keys for draws without one: those of the innermost scope, or of the program's own sequence.</summary>
internal static class GlobalKey
{
    private static readonly KeyScope Program = new(Mx.Random.Key((ulong)DateTime.UtcNow.Ticks));

    /// <summary>The given key, or the next one of the sequence.</summary>
    public static NDArray Or(NDArray? key, string function)
    {
        if (key is not null)
            return key;
        KeyScope? scope = KeyScope.Current;
        if (KeyScope.IsFollowedBy(scope, "WhileLoop"))
            throw new InvalidOperationException($"Random.{function}: in a WhileLoop under a transform every step would draw the same numbers; carry a key in the state.");
        if (scope is not null)
            return scope.Inside(Trace.Current).Next();
        if (Trace.IsInside("Compile"))
            throw Refusal(function, "inside a compiled function every call would draw the same numbers; pass a key as an argument");
        if (Trace.IsInside("ExportFunction"))
            throw Refusal(function, "inside an exported function every call would draw the same numbers; pass a key as an argument");
        if (Trace.IsInside("Vmap"))
            throw Refusal(function, "under Vmap all examples would draw the same numbers; map over keys, made by Mx.Random.Split");
        return Program.Next();
    }

    /// <summary>Where draws now take their keys from: the key from which the sequence goes on.</summary>
    public static NDArray State
    {
        get => (KeyScope.Current ?? Program).State;
        set => (KeyScope.Current ?? Program).Reset(value);
    }

    /// <summary>Lets the program's own sequence be that of an open scope, so that compiled functions draw from it; null where a scope is open.</summary>
    public static IDisposable? Enter() => KeyScope.Current is null ? Program.Enter() : null;

    /// <summary>Starts the program's own sequence from a key.</summary>
    public static void Reset(NDArray key) => Program.Reset(key);

    private static InvalidOperationException Refusal(string function, string reason) =>
        new($"Random.{function}: {reason}, or open a scope by Mx.Random.Scope(key).");
}
