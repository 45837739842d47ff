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

    /// <summary>A rule's result <paramref name="value"/> for one input of a node whose cotangent counts in <paramref name="support"/>.</summary>
    public static Cotangent Pulled(NDArray value, Support? support, Node node, int input)
    {
        Primitive primitive = node.Primitive;
        Support? own = primitive.SupportOf(node, input);
        Support? passed = primitive.IsElementwise ? support : support is null ? null : primitive.PullSupport(support, node.Inputs[input].Spec);
        bool isCut = own is null && (support is null || !primitive.IsElementwise);
        return new(value, Tangent.Support.Both(own, passed), isCut);
    }
}
