namespace Tangent;

/// <summary>The program's own sequence of keys.</summary>
internal static class GlobalKey
{
    private static readonly Lock Gate = new();
    private static NDArray state = Mx.Random.Key((ulong)DateTime.UtcNow.Ticks);

    /// <summary>The given key, or the next one of the sequence.</summary>
    public static NDArray Or(NDArray? key, string function)
    {
        if (key is not null)
            return key;
        if (Trace.IsInside("Compile"))
            throw new InvalidOperationException($"Random.{function}: inside a compiled function every call would draw the same numbers; pass a key as an argument.");
        lock (Gate)
        {
            NDArray pair = Mx.Random.Split(state);
            uint[] words = pair.ToArray<uint>();
            state = NDArray.Copy<uint>(words.AsSpan(0, 2), DType.UInt32, 2);
            return NDArray.Copy<uint>(words.AsSpan(2, 2), DType.UInt32, 2);
        }
    }

    /// <summary>Starts the sequence from a key.</summary>
    public static void Reset(NDArray key)
    {
        lock (Gate)
            state = key;
    }
}
