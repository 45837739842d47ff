namespace Tangent;

/// <summary>Arithmetic on tangents and cotangents, where null is zero.</summary>
internal static class Tangents
{
    /// <summary>The sum.</summary>
    public static NDArray? Add(NDArray? x, NDArray? y) => x is null ? y : y is null ? x : x + y;

    /// <summary>The tangent itself, or zeros where it is null.</summary>
    public static NDArray OrZeros(NDArray? tangent, ArraySpec spec) => tangent ?? Zeros(spec);

    /// <summary>Zeros of a shape and type.</summary>
    public static NDArray Zeros(ArraySpec spec) => Mx.BroadcastTo(Constant.Of(0.0, spec.DType), spec.Shape);

    /// <summary>Refuses a rule's result of the wrong shape or type: a mistake in the rule, never to be passed on silently.</summary>
    public static void Check(string rule, Primitive primitive, NDArray? result, ArraySpec expected)
    {
        if (result is not null && (result.Shape != expected.Shape || result.DType != expected.DType))
            throw new InvalidOperationException($"{rule}: the rule of {primitive.Name} gave {result.Spec} where {expected} belongs.");
    }
}
