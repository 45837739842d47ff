namespace Tangent;

/// <summary>
/// A cotangent on its way back: what a <c>Where</c> did not choose has no cotangent at all, and must not turn into
/// 0·NaN when it meets a derivative that is not finite there (decision 3).
/// </summary>
/// <param name="Value">The cotangent.</param>
/// <param name="Support">Where it counts; null is everywhere.</param>
/// <param name="Uncut">Where the value outside the support is zero; elsewhere it may be anything. Null for everywhere.</param>
internal sealed record Cotangent(NDArray Value, Support? Support = null, Support? Uncut = null)
{
    /// <summary>The value with zeros outside the support.</summary>
    public NDArray Cut() => Uncut is null ? Value : Mx.Where(Uncut.Mask, Value, Tangents.Zeros(Value.Spec));

    /// <summary>The sum, which counts where either does.</summary>
    public Cotangent Plus(Cotangent other) => ReferenceEquals(Support, other.Support)
        ? new(Tangents.Add(Value, other.Value)!, Support, ReferenceEquals(Uncut, other.Uncut) ? Uncut : Support)
        : new(Tangents.Add(Cut(), other.Cut())!, Tangent.Support.Either(Support, other.Support));

    /// <summary>What a rule sees of the cotangent of a node: elementwise rules leave places apart, others need the zeros.</summary>
    public NDArray For(Primitive primitive) => primitive.IsElementwise ? Value : Cut();

    /// <summary>A rule's result <paramref name="value"/> for one input of a node, where <paramref name="ct"/> is what came back to an only result.</summary>
    public static Cotangent Pulled(NDArray value, Cotangent? ct, Node node, int input)
    {
        Primitive primitive = node.Primitive;
        Support? own = primitive.SupportOf(node, input), passed = primitive.PullSupport(ct?.Support, node, input);
        Support? both = Tangent.Support.Both(own, passed);
        Support? ownUncut = primitive.CutsToSupport ? null : own;
        Support? passedUncut = passed is null || !primitive.IsElementwise ? null : primitive.KeepsZeros(input, node.Inputs.Length) ? ct!.Uncut : passed;
        return new(value, both, ReferenceEquals(ownUncut, own) && ReferenceEquals(passedUncut, passed) ? both : Tangent.Support.Both(ownUncut, passedUncut));
    }
}
