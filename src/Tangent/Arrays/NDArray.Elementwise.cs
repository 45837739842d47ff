namespace Tangent;

/// <content>Elementwise functions as methods; see the functions of the same name in <see cref="Mx"/>.</content>
public sealed partial class NDArray
{
    /// <summary>The real part of complex numbers; real arrays stay as they are.</summary>
    [Mlx("core.array.real")]
    public NDArray Real => Mx.Real(this);

    /// <summary>The imaginary part of complex numbers; zeros for real arrays.</summary>
    [Mlx("core.array.imag")]
    public NDArray Imag => Mx.Imag(this);

    /// <summary>The elements converted to another type.</summary>
    [Mlx("core.array.astype")]
    public NDArray AsType(DType dtype) => Mx.AsType(this, dtype);

    /// <summary>The bytes of the array taken as elements of another type.</summary>
    [Mlx("core.array.view")]
    public NDArray View(DType dtype) => Mx.View(this, dtype);

    /// <summary>Elements rounded to a number of decimals; halves go to the even neighbour.</summary>
    [Mlx("core.array.round")]
    public NDArray Round(int decimals = 0) => Mx.Round(this, decimals);

    /// <summary>The absolute value of each element; the modulus of complex numbers.</summary>
    [Mlx("core.array.abs")]
    [Mlx("core.array.__abs__")]
    public NDArray Abs() => Mx.Abs(this);

    /// <summary>The complex conjugate of each element.</summary>
    [Mlx("core.array.conj")]
    public NDArray Conj() => Mx.Conjugate(this);

    /// <summary>The cosine of each element, in radians.</summary>
    [Mlx("core.array.cos")]
    public NDArray Cos() => Mx.Cos(this);

    /// <summary>e to the power of each element.</summary>
    [Mlx("core.array.exp")]
    public NDArray Exp() => Mx.Exp(this);

    /// <summary>The natural logarithm of each element.</summary>
    [Mlx("core.array.log")]
    public NDArray Log() => Mx.Log(this);

    /// <summary>The logarithm to base 10 of each element.</summary>
    [Mlx("core.array.log10")]
    public NDArray Log10() => Mx.Log10(this);

    /// <summary>The natural logarithm of 1 plus each element.</summary>
    [Mlx("core.array.log1p")]
    public NDArray Log1p() => Mx.Log1p(this);

    /// <summary>The logarithm to base 2 of each element.</summary>
    [Mlx("core.array.log2")]
    public NDArray Log2() => Mx.Log2(this);

    /// <summary>1 over each element.</summary>
    [Mlx("core.array.reciprocal")]
    public NDArray Reciprocal() => Mx.Reciprocal(this);

    /// <summary>1 over the square root of each element.</summary>
    [Mlx("core.array.rsqrt")]
    public NDArray Rsqrt() => Mx.Rsqrt(this);

    /// <summary>The sine of each element, in radians.</summary>
    [Mlx("core.array.sin")]
    public NDArray Sin() => Mx.Sin(this);

    /// <summary>The square root of each element.</summary>
    [Mlx("core.array.sqrt")]
    public NDArray Sqrt() => Mx.Sqrt(this);

    /// <summary>The square of each element.</summary>
    [Mlx("core.array.square")]
    public NDArray Square() => Mx.Square(this);
}
