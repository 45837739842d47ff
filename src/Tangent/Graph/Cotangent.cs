namespace Tangent;

/// <summary>
/// A cotangent on its way back: what a <c>Where</c> did not choose has no cotangent at all, and must not turn into
/// 0·NaN when it meets a derivative that is not finite there (decision 3).
/// </summary>
/// <param name="Value">The cotangent; outside the support it may be anything unless <paramref name="IsCut"/>.</param>
/// <param name="Support">Where it counts; null is everywhere.</param>
/// <param name="IsCut">True if the value is zero outside the support.</param>
internal sealed record Cotangent(NDArray Value, Support? Support = null, bool IsCut = true)
{
    /// <summary>The value with zeros outside the support.</summary>
    public NDArray Cut() => IsCut ? Value : Mx.Where(Support!.Mask, Value, Tangents.Zeros(Value.Spec));

    /// <summary>The sum, which counts where either does.</summary>
    public Cotangent Plus(Cotangent other) => ReferenceEquals(Support, other.Support)
        ? new(Tangents.Add(Value, other.Value)!, Support, IsCut && other.IsCut)
        : new(Tangents.Add(Cut(), other.Cut())!, Tangent.Support.Either(Support, other.Support));

    /// <summary>What a rule sees of the cotangent of a node: elementwise rules leave places apart, others need the zeros.</summary>
    public NDArray For(Primitive primitive) => primitive.IsElementwise ? Value : Cut();

    /// <summary>A rule's result <paramref name="value"/> for one input of a node, where <paramref name="ct"/> is what came back to an only result.</summary>
    public static Cotangent Pulled(NDArray value, Cotangent? ct, Node node, int input)
    {
        Primitive primitive = node.Primitive;
        Support? own = primitive.SupportOf(node, input);
        Support? passed = primitive.PullSupport(ct?.Support, node, input);
        bool isCut = own is null && (passed is null || !primitive.IsElementwise || (ct!.IsCut && KeepsZeros(primitive, node, input)));
        return new(value, Tangent.Support.Both(own, passed), isCut);
    }

    // What such an operation makes of a zero cotangent is zero, whatever the values are.
    private static bool KeepsZeros(Primitive primitive, Node node, int input) =>
        primitive is Linear || primitive.LinearityIn(input, node.Inputs.Length) is Linearity.Together;
}
