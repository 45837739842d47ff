namespace Tangent.Kernels;

/// <summary>The step of the interpreter for each operation on complex numbers; null where there is none.</summary>
internal static unsafe class ComplexKernels
{
    public static TileKernel? Find(ScalarOp op) => op switch
    {
        ScalarOp.Abs => new PointwiseUnary<Complex64, float>(&ComplexArithmetic.Abs),
        ScalarOp.Real => new PointwiseUnary<Complex64, float>(&ComplexArithmetic.Real),
        ScalarOp.Imaginary => new PointwiseUnary<Complex64, float>(&ComplexArithmetic.Imaginary),
        >= ScalarOp.Equal and <= ScalarOp.GreaterEqual => new PointwiseBinary<Complex64, byte>(Comparison(op)),
        >= ScalarOp.Add and <= ScalarOp.Minimum => Binary(op) is var binary && binary != null
            ? new PointwiseBinary<Complex64, Complex64>(binary)
            : null,
        _ => Unary(op) is var unary && unary != null ? new PointwiseUnary<Complex64, Complex64>(unary) : null,
    };

    private static delegate*<Complex64, Complex64> Unary(ScalarOp op) => op switch
    {
        ScalarOp.Negate => &ComplexArithmetic.Negate,
        ScalarOp.Conjugate => &ComplexArithmetic.Conjugate,
        ScalarOp.Square => &ComplexArithmetic.Square,
        ScalarOp.Reciprocal => &ComplexArithmetic.Reciprocal,
        ScalarOp.Sign => &ComplexArithmetic.Sign,
        ScalarOp.Floor => &ComplexArithmetic.Floor,
        ScalarOp.Ceiling => &ComplexArithmetic.Ceiling,
        ScalarOp.Truncate => &ComplexArithmetic.Truncate,
        ScalarOp.Round => &ComplexArithmetic.Round,
        _ => Function(op),
    };

    private static delegate*<Complex64, Complex64> Function(ScalarOp op) => op switch
    {
        ScalarOp.Exp => &TemporaryComplex.Exp,
        ScalarOp.Expm1 => &TemporaryComplex.Expm1,
        ScalarOp.Log => &TemporaryComplex.Log,
        ScalarOp.Log1p => &TemporaryComplex.Log1p,
        ScalarOp.Log2 => &TemporaryComplex.Log2,
        ScalarOp.Log10 => &TemporaryComplex.Log10,
        ScalarOp.Sin => &TemporaryComplex.Sin,
        ScalarOp.Cos => &TemporaryComplex.Cos,
        ScalarOp.Tan => &TemporaryComplex.Tan,
        ScalarOp.Sinh => &TemporaryComplex.Sinh,
        ScalarOp.Cosh => &TemporaryComplex.Cosh,
        ScalarOp.Tanh => &TemporaryComplex.Tanh,
        ScalarOp.ArcSin => &TemporaryComplex.ArcSin,
        ScalarOp.ArcCos => &TemporaryComplex.ArcCos,
        ScalarOp.ArcTan => &TemporaryComplex.ArcTan,
        ScalarOp.ArcSinh => &TemporaryComplex.ArcSinh,
        ScalarOp.ArcCosh => &TemporaryComplex.ArcCosh,
        ScalarOp.ArcTanh => &TemporaryComplex.ArcTanh,
        ScalarOp.Sqrt => &TemporaryComplex.Sqrt,
        ScalarOp.Rsqrt => &TemporaryComplex.Rsqrt,
        ScalarOp.Sigmoid => &TemporaryComplex.Sigmoid,
        _ => null,
    };

    private static delegate*<Complex64, Complex64, Complex64> Binary(ScalarOp op) => op switch
    {
        ScalarOp.Add => &ComplexArithmetic.Add,
        ScalarOp.Subtract => &ComplexArithmetic.Subtract,
        ScalarOp.Multiply => &ComplexArithmetic.Multiply,
        ScalarOp.Divide => &ComplexArithmetic.Divide,
        ScalarOp.Maximum => &ComplexArithmetic.Maximum,
        ScalarOp.Minimum => &ComplexArithmetic.Minimum,
        ScalarOp.Power => &TemporaryComplex.Power,
        ScalarOp.LogAddExp => &TemporaryComplex.LogAddExp,
        _ => null,
    };

    private static delegate*<Complex64, Complex64, byte> Comparison(ScalarOp op) => op switch
    {
        ScalarOp.Equal => &ComplexArithmetic.Equal,
        ScalarOp.NotEqual => &ComplexArithmetic.NotEqual,
        ScalarOp.Less => &ComplexArithmetic.Less,
        ScalarOp.LessEqual => &ComplexArithmetic.LessEqual,
        ScalarOp.Greater => &ComplexArithmetic.Greater,
        _ => &ComplexArithmetic.GreaterEqual,
    };
}
