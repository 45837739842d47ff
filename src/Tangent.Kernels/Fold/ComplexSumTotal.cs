namespace Tangent.Kernels;

/// <summary>A sum of complex blocks in float64.</summary>
internal readonly record struct ComplexSumTotal(double Real, double Imaginary) : ITotal<ComplexSumTotal, Complex64>
{
    public static ComplexSumTotal Identity => default;

    public static ComplexSumTotal Add(ComplexSumTotal total, Complex64 block) =>
        new(total.Real + block.Real, total.Imaginary + block.Imaginary);

    public static ComplexSumTotal Merge(ComplexSumTotal x, ComplexSumTotal y) =>
        new(x.Real + y.Real, x.Imaginary + y.Imaginary);

    public static Complex64 Value(ComplexSumTotal total) => new((float)total.Real, (float)total.Imaginary);
}
