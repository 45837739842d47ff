namespace Tangent;

/// <summary>The kinds of element types, from the root of their tree to its branches.</summary>
[Mlx("core.DtypeCategory")]
public enum DTypeCategory
{
    /// <summary>Every element type.</summary>
    [Mlx("core.generic")]
    Generic,
    /// <summary>All but bool.</summary>
    [Mlx("core.number")]
    Number,
    /// <summary>Signed and unsigned integers.</summary>
    [Mlx("core.integer")]
    Integer,
    /// <summary>int8 to int64.</summary>
    [Mlx("core.signedinteger")]
    SignedInteger,
    /// <summary>uint8 to uint64.</summary>
    [Mlx("core.unsignedinteger")]
    UnsignedInteger,
    /// <summary>Real and complex floating-point types.</summary>
    [Mlx("core.inexact")]
    Inexact,
    /// <summary>float16, bfloat16, float32 and float64.</summary>
    [Mlx("core.floating")]
    Floating,
    /// <summary>complex64.</summary>
    [Mlx("core.complexfloating")]
    ComplexFloating,
}
