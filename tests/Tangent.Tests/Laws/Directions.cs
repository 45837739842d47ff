namespace Tangent.Tests.Laws;

/// <summary>Random directions and inner products, in which the laws are stated.</summary>
internal static class Directions
{
    /// <summary>A direction for every floating or complex array; null for the others.</summary>
    public static NDArray?[] Of(NDArray[] x, int seed) => [.. x.Select((array, i) => Of(array, seed + (31 * i)))];

    /// <summary>x + step·dx</summary>
    public static NDArray[] Move(NDArray[] x, NDArray?[] dx, double step) =>
        [.. x.Select((array, i) => dx[i] is { } direction ? array + (direction * step) : array)];

    /// <summary>Re Σ conj(x)·y over all arrays; null is zero.</summary>
    public static double Dot(NDArray?[] x, NDArray?[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            if (x[i] is { } first && y[i] is { } second)
                sum += Parts(first).Zip(Parts(second), (a, b) => a * b).Sum();
        return sum;
    }

    /// <summary>All numbers of an array as doubles; the real and imaginary part of complex ones.</summary>
    public static double[] Parts(NDArray x) => x.DType == DType.Complex64
        ? [.. x.ToArray<Complex64>().SelectMany(value => new double[] { value.Real, value.Imaginary })]
        : Mx.AsType(x, DType.Float64).ToArray<double>();

    private static NDArray? Of(NDArray x, int seed) => x.DType switch
    {
        DType.Complex64 => Samples.ComplexNumbers(x.Shape, seed: seed + 5),
        _ when x.DType.IsFloating => Mx.AsType(Samples.Numbers(x.Shape, seed: seed + 5), x.DType),
        _ => null,
    };
}
