namespace Tangent;

/// <summary>Comparisons of two arrays of one shape and type: they are by value, also with a literal that the type of the other operand does not hold.</summary>
internal static class Comparison
{
    /// <summary>A node of the comparison <typeparamref name="T"/>.</summary>
    public static NDArray Apply<T>(string function, NDArray x, NDArray y) where T : NonDifferentiable, new()
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        bool isLiteralFirst = x.Literal is not null;
        if (isLiteralFirst == y.Literal is not null)
            return Binary.Apply<T>(function, x, y);
        (NDArray array, Scalar literal) = isLiteralFirst ? (y, x.Literal!) : (x, y.Literal!);
        if (literal.Beyond(array.DType) is not 0 and var side)
            return BesideAll<T>(function, array, side, isLiteralFirst);
        return literal is { Source: { DType.IsInteger: true } source } && !literal.IsOfKindWithin(array.DType)
            ? WithUnknown<T>(function, array, source.Handle(), isLiteralFirst)
            : Binary.Apply<T>(function, x, y);
    }

    // Every element lies on one side of such a literal: two truth values in that order stand for them.
    private static NDArray BesideAll<T>(string function, NDArray x, int side, bool isLiteralFirst) where T : NonDifferentiable, new() =>
        InOrder<T>(function, Operands.Everywhere(side < 0, x), Operands.Everywhere(side > 0, x), isLiteralFirst);

    // Inside a transform the number is known only when it runs.
    private static NDArray WithUnknown<T>(string function, NDArray x, NDArray number, bool isLiteralFirst) where T : NonDifferentiable, new()
    {
        if (number.DType == DType.UInt64)
        {
            NDArray whenAbove = BesideAll<T>(function, x, 1, isLiteralFirst), inRange = InOrder<T>(function, Mx.AsType(x, DType.Int64), Mx.AsType(number, DType.Int64), isLiteralFirst);
            return Mx.Where(number > (ulong)long.MaxValue, whenAbove, inRange);
        }
        number = Mx.AsType(number, DType.Int64);
        if (x.DType != DType.UInt64)
            return InOrder<T>(function, Mx.AsType(x, DType.Int64), number, isLiteralFirst);
        NDArray whenBelow = BesideAll<T>(function, x, -1, isLiteralFirst);
        return Mx.Where(number < 0, whenBelow, InOrder<T>(function, x, Mx.AsType(number, DType.UInt64), isLiteralFirst));
    }

    private static NDArray InOrder<T>(string function, NDArray x, NDArray literal, bool isLiteralFirst) where T : NonDifferentiable, new() =>
        isLiteralFirst ? Binary.Apply<T>(function, literal, x) : Binary.Apply<T>(function, x, literal);
}
