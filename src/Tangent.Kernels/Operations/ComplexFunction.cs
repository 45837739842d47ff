namespace Tangent.Kernels;

/// <summary>A function of complex numbers, or none.</summary>
internal readonly unsafe struct ComplexFunction
{
    private readonly delegate*<Complex64, Complex64> unary;
    private readonly delegate*<Complex64, float> part;
    private readonly delegate*<Complex64, Complex64, Complex64> binary;
    private readonly delegate*<Complex64, Complex64, byte> comparison;

    public ComplexFunction(delegate*<Complex64, Complex64> function) => unary = function;

    public ComplexFunction(delegate*<Complex64, float> function) => part = function;

    public ComplexFunction(delegate*<Complex64, Complex64, Complex64> function) => binary = function;

    public ComplexFunction(delegate*<Complex64, Complex64, byte> function) => comparison = function;

    /// <summary>The loop of the function; null if there is none.</summary>
    public ElementLoop? Loop() =>
        unary != null ? new PointwiseLoops.Unary<Complex64, Complex64>(unary)
        : part != null ? new PointwiseLoops.Unary<Complex64, float>(part)
        : binary != null ? new PointwiseLoops.Binary<Complex64, Complex64>(binary)
        : comparison != null ? new PointwiseLoops.Binary<Complex64, byte>(comparison)
        : null;
}
