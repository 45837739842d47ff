namespace Tangent;

/// <summary>
/// What a transform knows of a literal among its arguments, whose number may be another one at the next call: the type that it has by
/// itself and, of an integer, which types hold it. <paramref name="Farthest"/> is the number farthest from 0 that the same ones hold.
/// </summary>
internal readonly record struct LiteralKind(DType DType, Int128 Farthest)
{
    private const int MostBits = 64;

    /// <summary>What is known of a literal.</summary>
    public LiteralKind(Scalar literal) : this(literal.Kind, literal.Kind.IsInteger ? FarthestLike(literal.Integer) : 0)
    {
    }

    /// <summary>For tables: as short as it can be.</summary>
    public override string ToString() => $"{DType} {(ulong)Farthest}";

    // Types end at 7, 8, 15, 16, 31, 32, 63 and 64 bits; below zero at the odd ones.
    private static Int128 FarthestLike(Int128 integer)
    {
        bool isNegative = integer < 0;
        Int128 magnitude = isNegative ? ~integer : integer;
        int bits = 7;
        while (bits < MostBits && magnitude >> bits != 0)
            bits = bits % 2 == 0 ? (2 * bits) - 1 : isNegative ? (2 * bits) + 1 : bits + 1;
        Int128 most = (Int128.One << bits) - 1;
        return isNegative ? ~most : most;
    }
}
