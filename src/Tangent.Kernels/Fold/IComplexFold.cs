namespace Tangent.Kernels;

/// <summary>A reduction's operation on complex numbers.</summary>
internal interface IComplexFold
{
    /// <summary>The value that changes nothing.</summary>
    static abstract Complex64 Identity { get; }

    static abstract Complex64 Combine(Complex64 x, Complex64 y);
}
