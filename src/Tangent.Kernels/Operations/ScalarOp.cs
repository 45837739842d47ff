namespace Tangent.Kernels;

/// <summary>The scalar operations that fused loops are made of; <see cref="ScalarOperations"/> says what each is. Order means nothing.</summary>
internal enum ScalarOp : byte
{
    /// <summary>Element of the input with index A.</summary>
    Input,
    /// <summary>A literal.</summary>
    Constant,
    /// <summary>Value conversion to the instruction's type.</summary>
    Cast,

    // Unary.
    Negate,
    Abs,
    Sign,
    Floor,
    Ceiling,
    Truncate,
    Round,
    Sqrt,
    Rsqrt,
    Square,
    Reciprocal,
    Exp,
    Expm1,
    Log,
    Log1p,
    Log2,
    Log10,
    Sin,
    Cos,
    Tan,
    Sinh,
    Cosh,
    Tanh,
    ArcSin,
    ArcCos,
    ArcTan,
    ArcSinh,
    ArcCosh,
    ArcTanh,
    Erf,
    ErfInv,
    Sigmoid,
    Conjugate,
    /// <summary>Bitwise complement; logical not for bool.</summary>
    Not,

    // Between complex64 and float32.
    Real,
    Imaginary,
    /// <summary>A complex number from its real and imaginary part.</summary>
    MakeComplex,

    // Binary.
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    /// <summary>Remainder with the sign of the divisor.</summary>
    Remainder,
    Power,
    ArcTan2,
    LogAddExp,
    /// <summary>The larger; NaN if either is.</summary>
    Maximum,
    /// <summary>The smaller; NaN if either is.</summary>
    Minimum,
    And,
    Or,
    Xor,
    ShiftLeft,
    ShiftRight,

    // Comparisons.
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,

    /// <summary>A ? B : C, where A is bool.</summary>
    Select,
}
