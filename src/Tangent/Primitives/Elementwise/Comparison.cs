namespace Tangent;

/// <summary>Comparisons of two arrays of one shape and type: they are by value, also with a literal that the type of the other operand does not hold.</summary>
internal static class Comparison
{
    /// <summary>A node of the comparison <typeparamref name="T"/>.</summary>
    public static NDArray Apply<T>(string function, NDArray x, NDArray y) where T : Flat, new()
    {
        if (y.Literal is { } second && x.Literal is null && second.Beyond(x.DType) is not 0 and var above)
            return Binary.Apply<T>(function, Ordered(-above, x), Ordered(above, x));
        if (x.Literal is { } first && y.Literal is null && first.Beyond(y.DType) is not 0 and var below)
            return Binary.Apply<T>(function, Ordered(below, y), Ordered(-below, y));
        return Binary.Apply<T>(function, x, y);
    }

    // Every element lies on one side of such a literal: two truth values in that order stand for them.
    private static NDArray Ordered(int sign, NDArray x) => Operands.Everywhere(sign > 0, x);
}
