using Tangent.Kernels;

namespace Tangent;

/// <summary>Arithmetic on tangents and cotangents, where null is zero.</summary>
internal static class Tangents
{
    // The bytes that are added in the time in which a node is made, planned and run.
    private const long UpdateBytes = 16 * 1024;

    /// <summary>The sum. What lies here and there among zeros, as the cotangent of a slice or a gather does, is added to the other in its places.</summary>
    public static NDArray? Add(NDArray? x, NDArray? y) => x is null ? y : y is null ? x : AddInPlaces(x, y) ?? AddInPlaces(y, x) ?? x + y;

    /// <summary>The tangent itself, or zeros where it is null.</summary>
    public static NDArray OrZeros(NDArray? tangent, ArraySpec spec) => tangent ?? Zeros(spec);

    /// <summary>Zeros of a shape and type.</summary>
    public static NDArray Zeros(ArraySpec spec) => Mx.BroadcastTo(Constant.Of(0.0, spec.DType), spec.Shape);

    // An update or a few that were made of zeros are made again on the other array, as long as this is less work than adding all.
    private static NDArray? AddInPlaces(NDArray x, NDArray y)
    {
        if (x.Spec != y.Spec)
            return null;
        var updates = new Stack<Node>();
        Node source = y.Node;
        for (long left = 2 * y.Node.Bytes; source.Primitive is IUpdate update && source.Inputs is [var next, .., var values]; source = next)
        {
            left -= values.Bytes + UpdateBytes;
            if (!update.IsSum(IsZero(next)) || (left < 0 && updates.Count > 0))
                return null;
            updates.Push(source);
        }
        if (updates.Count == 0 || !IsZero(source))
            return null;
        while (updates.TryPop(out Node? node))
            x = ((IUpdate)node.Primitive).AddTo(x, node.Inputs);
        return x;
    }

    /// <summary>True for a literal zero, spread over a shape or not.</summary>
    public static bool IsZero(Node x) => Constant.Behind(x) is { Bits: 0 };

    /// <summary>Those that are not null.</summary>
    public static NDArray[] Present(NDArray?[] tangents) => [.. tangents.OfType<NDArray>()];

    /// <summary>A list with other arrays in the places of those that are not null.</summary>
    public static NDArray?[] Replace(NDArray?[] tangents, NDArray[] present)
    {
        int next = 0;
        return Array.ConvertAll(tangents, tangent => tangent is null ? null : present[next++]);
    }

    /// <summary>Refuses a rule's result of the wrong shape or type: a mistake in the rule, never to be passed on silently.</summary>
    public static void Check(string rule, Primitive primitive, NDArray? result, ArraySpec expected)
    {
        if (result is not null && (result.Shape != expected.Shape || result.DType != expected.DType))
            throw new InvalidOperationException($"{rule}: the rule of {primitive.Name} gave {result.Spec} where {expected} belongs.");
    }
}
