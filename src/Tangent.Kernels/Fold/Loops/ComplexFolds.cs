namespace Tangent.Kernels;

/// <summary>A reduction's operation on complex numbers.</summary>
internal interface IComplexFold
{
    /// <summary>The value that changes nothing.</summary>
    static abstract Complex64 Identity { get; }

    /// <summary>The operation.</summary>
    static abstract Complex64 Combine(Complex64 x, Complex64 y);
}

/// <summary>The reductions of complex numbers but the sum. Order is by the real part, then by the imaginary part.</summary>
internal static class ComplexFolds
{
    public readonly struct Product : IComplexFold
    {
        public static Complex64 Identity => new(1, 0);

        public static Complex64 Combine(Complex64 x, Complex64 y) => ComplexArithmetic.Multiply(x, y);
    }

    public readonly struct Maximum : IComplexFold
    {
        public static Complex64 Identity => new(float.NegativeInfinity, float.NegativeInfinity);

        public static Complex64 Combine(Complex64 x, Complex64 y) => ComplexArithmetic.Maximum(x, y);
    }

    public readonly struct Minimum : IComplexFold
    {
        public static Complex64 Identity => new(float.PositiveInfinity, float.PositiveInfinity);

        public static Complex64 Combine(Complex64 x, Complex64 y) => ComplexArithmetic.Minimum(x, y);
    }
}
