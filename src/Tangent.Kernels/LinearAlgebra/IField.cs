namespace Tangent.Kernels;

/// <summary>The numbers that matrices hold, and loops over rows of them.</summary>
internal unsafe interface IField<T>
    where T : unmanaged
{
    /// <summary>The element type in memory; of numbers that are only computed with, the nearest.</summary>
    static abstract DType DType { get; }

    /// <summary>Rows of Cholesky's factor by vectors; null if there are none for these numbers.</summary>
    static virtual CholeskyRoutines<T>? Cholesky => null;

    static abstract T Make(double real, double imaginary);
    static abstract double Real(T x);
    static abstract double Imaginary(T x);
    static abstract T Conjugate(T x);
    static abstract T Add(T x, T y);
    static abstract T Subtract(T x, T y);
    static abstract T Multiply(T x, T y);
    static abstract T Divide(T x, T y);
    static abstract double Magnitude(T x);

    /// <summary>Σ x·y, without conjugation.</summary>
    static abstract T Dot(T* x, T* y, int count);

    /// <summary>Σ conj(x)·y</summary>
    static abstract T ConjugateDot(T* x, T* y, int count);

    /// <summary>y −= Σⱼ factorsⱼ·xⱼ over rows of x that lie <paramref name="stride"/> apart.</summary>
    static abstract void SubtractRows(T* y, T* x, long stride, T* factors, int rows, int count);

    /// <summary>x /= divisor</summary>
    static abstract void DivideRow(T* x, T divisor, int count);

    /// <summary>The first place where the absolute value is largest; what is NaN does not count.</summary>
    static abstract int Largest(T* x, int count);

    /// <summary>(x, y) = (c·x + s·y, c·y − s·x)</summary>
    static abstract void Rotate(T* x, T* y, double c, double s, int count);

    /// <summary>The reflection I − factor·v·vᴴ of three rows, where v is (1, second, third).</summary>
    static abstract void Reflect(T* x, T* y, T* z, T second, T third, T factor, int count);
}
