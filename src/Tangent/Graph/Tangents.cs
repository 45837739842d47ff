using Tangent.Kernels;

namespace Tangent;

/// <summary>Arithmetic on tangents and cotangents, where null is zero.</summary>
internal static class Tangents
{
    /// <summary>The sum. What lies here and there among zeros, as a gather's cotangent does, is added to the other in its places.</summary>
    public static NDArray? Add(NDArray? x, NDArray? y) => x is null ? y : y is null ? x : AddInPlaces(x, y) ?? AddInPlaces(y, x) ?? x + y;

    /// <summary>The tangent itself, or zeros where it is null.</summary>
    public static NDArray OrZeros(NDArray? tangent, ArraySpec spec) => tangent ?? Zeros(spec);

    /// <summary>Zeros of a shape and type.</summary>
    public static NDArray Zeros(ArraySpec spec) => Mx.BroadcastTo(Constant.Of(0.0, spec.DType), spec.Shape);

    private static NDArray? AddInPlaces(NDArray x, NDArray y)
    {
        Node[] inputs = y.Node.Inputs;
        return x.Spec == y.Spec && y.Node.Primitive is Scattering { Mode: ScatterMode.Add } scattering && inputs is [var source, .., var updates] && IsZero(source)
            ? scattering.Write(ScatterMode.Add, x, [.. inputs[1..^1].Select(index => index.Handle())], updates.Handle())
            : null;
    }

    private static bool IsZero(Node x) =>
        x.Primitive is Constant { Bits: 0 } || (x.Primitive is BroadcastTo && x.Inputs is [{ Primitive: Constant { Bits: 0 } }]);

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
