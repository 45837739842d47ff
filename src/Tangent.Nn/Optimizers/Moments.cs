namespace Tangent.Optimizers;

/// <summary>Moving averages.</summary>
internal static class Moments
{
    /// <summary>An average after one more number.</summary>
    public static NDArray Average(NDArray average, double decay, NDArray next) => (decay * average) + ((1 - decay) * next);

    /// <summary>The squares of the sizes of what is in an array, in its type.</summary>
    public static NDArray Square(NDArray x) => x.DType.IsComplex ? Mx.AsType(Mx.Square(Mx.Abs(x)), x.DType) : Mx.Square(x);

    /// <summary>The root of the mean of the squares.</summary>
    public static NDArray RootMeanSquare(NDArray x) => Mx.Sqrt(Mx.Mean(Square(x)));
}
