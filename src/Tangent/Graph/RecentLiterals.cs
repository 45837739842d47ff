namespace Tangent;

/// <summary>
/// The nodes of the literals that a thread used last: a loop that writes <c>1 - x</c> in each turn makes them once. One that got a
/// value is not used again: what is done with a literal must not depend on what was evaluated before.
/// </summary>
internal static class RecentLiterals
{
    private const int SlotBits = 4;

    [ThreadStatic] private static (Node? Literal, Node? Spread)[]? recent;

    /// <summary>A literal as a scalar, by its bits as an element of a type.</summary>
    public static Node Of(ulong bits, DType dtype)
    {
        ref (Node? Literal, Node? Spread) slot = ref Slot(bits, dtype);
        if (slot.Literal is { Primitive: Constant literal, Value: null } && literal.Bits == bits && literal.DType == dtype)
            return slot.Literal;
        slot = (new Node(new Constant(dtype, bits), [], Shape.Scalar, dtype), null);
        return slot.Literal!;
    }

    /// <summary>A node that is a literal, spread over a shape.</summary>
    public static Node Spread(Node literal, Constant value, Shape shape)
    {
        ref (Node? Literal, Node? Spread) slot = ref Slot(value.Bits, value.DType);
        if (slot.Spread is { Value: null } spread && spread.Shape == shape && ReferenceEquals(slot.Literal, literal))
            return spread;
        slot = (literal, new Node(new BroadcastTo(shape), [literal], shape, literal.DType));
        return slot.Spread!;
    }

    // The top bits of a product by 2⁶⁴ divided by the golden ratio: close numbers lie far from each other.
    private static ref (Node? Literal, Node? Spread) Slot(ulong bits, DType dtype) =>
        ref (recent ??= new (Node?, Node?)[1 << SlotBits])[((bits + (ulong)dtype) * 0x9E3779B97F4A7C15) >> (64 - SlotBits)];
}
