namespace Tangent;

/// <summary>
/// Reverse mode: pulls cotangents back through the graph that a function makes. Cotangents pair with tangents without
/// conjugation; <c>Vjp</c> conjugates at its two ends.
/// </summary>
internal static class Reverse
{
    /// <summary>The cotangents of a composition's active inputs.</summary>
    public static NDArray?[] Through(Func<NDArray[], NDArray[]> function, NDArray[] x, bool[] active, NDArray?[] ct)
    {
        using Trace trace = Trace.Open("Vjp");
        NDArray[] inputs = Alias.Of(x, trace);
        return Pull(inputs, active, function(NDArray.Share(inputs)), ct);
    }

    /// <summary>The cotangents of the active <paramref name="x"/> when those of <paramref name="y"/> are <paramref name="ct"/>.</summary>
    public static NDArray?[] Pull(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct) =>
        BackwardWalk.Run("Vjp", [.. x.Select((array, i) => active[i] ? array : null)], y, ct, Pull);

    private static NDArray?[] Pull(Node node, bool[] isReached, NDArray?[] ct)
    {
        Node[] inputs = node.Inputs;
        for (int i = 0; i < inputs.Length; i++)
            isReached[i] &= inputs[i].DType.IsInexact;
        return node.Parts is null
            ? node.Primitive.Vjp(Node.Handles(inputs), isReached, node.Handle(), ct[0]!)
            : node.Primitive.VjpAll(Node.Handles(inputs), isReached, Output.Of(node), ct);
    }
}
