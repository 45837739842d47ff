namespace Tangent.Kernels;

/// <summary>A total of complex elements in their own type.</summary>
internal readonly record struct ComplexTotal<F>(Complex64 Result) : ITotal<ComplexTotal<F>, Complex64>
    where F : struct, IComplexFold
{
    public static ComplexTotal<F> Identity => new(F.Identity);

    public static ComplexTotal<F> Add(ComplexTotal<F> total, Complex64 block) => new(F.Combine(total.Result, block));

    public static ComplexTotal<F> Merge(ComplexTotal<F> x, ComplexTotal<F> y) => new(F.Combine(x.Result, y.Result));

    public static Complex64 Value(ComplexTotal<F> total) => total.Result;
}
