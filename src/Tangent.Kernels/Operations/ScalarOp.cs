namespace Tangent.Kernels;

/// <summary>
/// The scalar operations that fused loops are made of; <see cref="ScalarOperations"/> says what each is, in the part of the table
/// whose number is the first digit.
/// </summary>
internal enum ScalarOp : byte
{
    /// <summary>Element of the input with index A.</summary>
    Input = 0x00,
    /// <summary>A literal.</summary>
    Constant,
    /// <summary>Value conversion to the instruction's type.</summary>
    Cast,
    /// <summary>A ? B : C, where A is bool.</summary>
    Select,

    Negate = 0x10,
    Abs,
    Sign,
    Square,
    Reciprocal,
    Sqrt,
    Rsqrt,
    /// <summary>1 − x², rounded once.</summary>
    OneMinusSquare,

    Add = 0x20,
    Subtract,
    Multiply,
    Divide,
    /// <summary>The larger; NaN if either is.</summary>
    Maximum,
    /// <summary>The smaller; NaN if either is.</summary>
    Minimum,

    Equal = 0x30,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,

    Exp = 0x40,
    Expm1,
    Sigmoid,
    Log,
    Log1p,
    Log2,
    Log10,
    LogAddExp,
    Power,
    Erf,
    ErfInv,

    Sin = 0x50,
    Cos,
    Tan,

    Sinh = 0x60,
    Cosh,
    Tanh,

    ArcSin = 0x70,
    ArcCos,
    ArcTan,
    ArcSinh,
    ArcCosh,
    ArcTanh,
    ArcTan2,

    Floor = 0x80,
    Ceiling,
    Truncate,
    Round,
    FloorDivide,
    /// <summary>Remainder with the sign of the divisor.</summary>
    Remainder,

    /// <summary>Bitwise complement; logical not for bool.</summary>
    Not = 0x90,
    And,
    Or,
    Xor,
    ShiftLeft,
    ShiftRight,

    Conjugate = 0xA0,
    Real,
    Imaginary,
    /// <summary>A complex number from its real and imaginary part.</summary>
    MakeComplex,
}
