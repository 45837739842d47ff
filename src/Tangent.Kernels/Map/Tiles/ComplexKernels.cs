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
        ScalarOp.Exp => &ComplexExponential.Exp,
        ScalarOp.Expm1 => &ComplexExponential.Expm1,
        ScalarOp.Log => &ComplexLogarithm.Log,
        ScalarOp.Log1p => &ComplexLogarithm.Log1p,
        ScalarOp.Log2 => &ComplexLogarithm.Log2,
        ScalarOp.Log10 => &ComplexLogarithm.Log10,
        ScalarOp.Sin => &ComplexHyperbolic.Sin,
        ScalarOp.Cos => &ComplexHyperbolic.Cos,
        ScalarOp.Tan => &ComplexHyperbolic.Tan,
        ScalarOp.Sinh => &ComplexHyperbolic.Sinh,
        ScalarOp.Cosh => &ComplexHyperbolic.Cosh,
        ScalarOp.Tanh => &ComplexHyperbolic.Tanh,
        ScalarOp.ArcSin => &ComplexInverse.ArcSin,
        ScalarOp.ArcCos => &ComplexInverse.ArcCos,
        ScalarOp.ArcTan => &ComplexInverse.ArcTan,
        ScalarOp.ArcSinh => &ComplexInverse.ArcSinh,
        ScalarOp.ArcCosh => &ComplexInverse.ArcCosh,
        ScalarOp.ArcTanh => &ComplexInverse.ArcTanh,
        ScalarOp.Sqrt => &ComplexRoot.Sqrt,
        ScalarOp.Rsqrt => &ComplexRoot.Rsqrt,
        ScalarOp.Sigmoid => &ComplexExponential.Sigmoid,
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
        ScalarOp.Power => &ComplexPower.Power,
        ScalarOp.LogAddExp => &ComplexLogarithm.LogAddExp,
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
