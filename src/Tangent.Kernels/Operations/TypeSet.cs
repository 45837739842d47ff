namespace Tangent.Kernels;

/// <summary>Which element types an operation takes.</summary>
[Flags]
internal enum TypeSet : byte
{
    Bool = 1,
    /// <summary>The eight integer types.</summary>
    Integer = 2,
    Float32 = 4,
    /// <summary>float64 and the 16-bit floating types.</summary>
    OtherFloating = 8,
    Complex = 16,

    Bits = Bool | Integer,
    Floating = Float32 | OtherFloating,
    Real = Bits | Floating,
    Inexact = Floating | Complex,
    All = Real | Complex,
}
