namespace Tangent;

/// <summary>The element type of a result that has operands of several element types.</summary>
internal static class Promotion
{
    /// <summary>The type to which two arrays are converted before an operation.</summary>
    public static DType Of(DType x, DType y)
    {
        int kindX = Kind(x), kindY = Kind(y);
        if (kindX != kindY)
            return kindX > kindY ? x : y;
        return x.IsInteger ? OfIntegers(x, y) : OfSameKind(x, y);
    }

    /// <summary>The type to which an array and a weak scalar of <paramref name="scalar"/>'s kind are converted.</summary>
    /// <remarks>A scalar of the array's kind or a lower one takes the array's type; one of a higher kind keeps its own.</remarks>
    public static DType OfWeak(DType array, DType scalar) => Kind(scalar) <= Kind(array) ? array : scalar;

    /// <summary>The type in which an operation with fractional results works: integers and bool become float32.</summary>
    public static DType ToInexact(DType dtype) => dtype.IsInexact ? dtype : DType.Float32;

    private static int Kind(DType dtype) => dtype switch
    {
        DType.Bool => 0,
        DType.Complex64 => 3,
        _ => dtype.IsFloating ? 2 : 1,
    };

    // Neither 16-bit float holds the other's values, so they meet in float32. Otherwise the order of DType is by width.
    private static DType OfSameKind(DType x, DType y) =>
        x != y && x.IsHalf && y.IsHalf ? DType.Float32 : (DType)Math.Max((byte)x, (byte)y);

    private static DType OfIntegers(DType x, DType y)
    {
        if (x.IsUnsigned == y.IsUnsigned)
            return (DType)Math.Max((byte)x, (byte)y);
        return x.IsUnsigned ? OfMixedSigns(x, y) : OfMixedSigns(y, x);
    }

    // A signed type holds an unsigned one only if it is wider; none is wider than uint64.
    private static DType OfMixedSigns(DType unsigned, DType signed)
    {
        DType holder = unsigned switch
        {
            DType.UInt8 => DType.Int16,
            DType.UInt16 => DType.Int32,
            DType.UInt32 => DType.Int64,
            _ => DType.Float32,
        };
        return (DType)Math.Max((byte)holder, (byte)signed);
    }
}
