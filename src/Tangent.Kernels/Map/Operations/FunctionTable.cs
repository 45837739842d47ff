namespace Tangent.Kernels;

/// <summary>
/// Which function each mathematical <see cref="ScalarOp"/> is. In parts: compiling a part loads all types that it names,
/// some 40 µs each, in every process.
/// </summary>
internal static class FunctionTable<TVisitor, TResult>
    where TVisitor : IFunctionVisitor<TResult>
    where TResult : class
{
    public static TResult? Find(ScalarOp op, TVisitor visitor) => op switch
    {
        >= ScalarOp.Exp and <= ScalarOp.Log10 => Exponential(op, visitor),
        >= ScalarOp.Sin and <= ScalarOp.Tan => Trigonometric(op, visitor),
        >= ScalarOp.Sinh and <= ScalarOp.Tanh => Hyperbolic(op, visitor),
        >= ScalarOp.ArcSin and <= ScalarOp.ArcTanh => Inverse(op, visitor),
        >= ScalarOp.Erf and <= ScalarOp.Sigmoid => Special(op, visitor),
        >= ScalarOp.FloorDivide and <= ScalarOp.LogAddExp => Binary(op, visitor),
        _ => null,
    };

    private static TResult Exponential(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Exp => visitor.Unary<Exp>(),
        ScalarOp.Expm1 => visitor.Unary<Expm1>(),
        ScalarOp.Log => visitor.Unary<Log>(),
        ScalarOp.Log1p => visitor.Unary<Log1p>(),
        ScalarOp.Log2 => visitor.Unary<Log2>(),
        _ => visitor.Unary<Log10>(),
    };

    private static TResult Trigonometric(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Sin => visitor.Unary<Sin>(),
        ScalarOp.Cos => visitor.Unary<Cos>(),
        _ => visitor.Unary<Tan>(),
    };

    private static TResult Hyperbolic(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Sinh => visitor.Unary<Sinh>(),
        ScalarOp.Cosh => visitor.Unary<Cosh>(),
        _ => visitor.Unary<Tanh>(),
    };

    private static TResult Inverse(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.ArcSin => visitor.Unary<ArcSin>(),
        ScalarOp.ArcCos => visitor.Unary<ArcCos>(),
        ScalarOp.ArcTan => visitor.Unary<ArcTan>(),
        ScalarOp.ArcSinh => visitor.Unary<ArcSinh>(),
        ScalarOp.ArcCosh => visitor.Unary<ArcCosh>(),
        _ => visitor.Unary<ArcTanh>(),
    };

    private static TResult Special(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Erf => visitor.Unary<Erf>(),
        ScalarOp.ErfInv => visitor.Unary<ErfInv>(),
        _ => visitor.Unary<Sigmoid>(),
    };

    private static TResult Binary(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.FloorDivide => visitor.Binary<FloorDivide>(),
        ScalarOp.Remainder => visitor.Binary<Remainder>(),
        ScalarOp.Power => visitor.Binary<Power>(),
        ScalarOp.ArcTan2 => visitor.Binary<ArcTan2>(),
        _ => visitor.Binary<LogAddExp>(),
    };
}
