namespace Tangent;

/// <summary>Comparisons of two arrays of one shape and type: they are by value, also with a literal that the type of the other operand does not hold.</summary>
internal static class Comparison
{
    /// <summary>A node of the comparison <typeparamref name="T"/>.</summary>
    public static NDArray Apply<T>(string function, NDArray x, NDArray y) where T : Flat, new()
    {
        if (y.Literal is { } second && x.Literal is null && x.DType.IsInteger)
            return WithLiteral(x, second, (array, literal) => Binary.Apply<T>(function, array, literal ?? y));
        if (x.Literal is { } first && y.Literal is null && y.DType.IsInteger)
            return WithLiteral(y, first, (array, literal) => Binary.Apply<T>(function, literal ?? x, array));
        return Binary.Apply<T>(function, x, y);
    }

    private static NDArray WithLiteral(NDArray x, Scalar literal, Func<NDArray, NDArray?, NDArray> compare)
    {
        if (literal.Beyond(x.DType) is not 0 and var sign)
            return compare(Operands.Everywhere(sign < 0, x), Operands.Everywhere(sign > 0, x));
        if (literal.Source is not { DType: DType.Int64 } source || x.DType == DType.Int64)
            return compare(x, null);
        // The number is known to a transform only when it runs.
        NDArray exact = source.Handle();
        if (x.DType != DType.UInt64)
            return compare(Mx.AsType(x, DType.Int64), exact);
        NDArray whenBelow = compare(Operands.Everywhere(true, x), Operands.Everywhere(false, x));
        return Mx.Where(exact < 0, whenBelow, compare(x, Mx.AsType(exact, DType.UInt64)));
    }
}
