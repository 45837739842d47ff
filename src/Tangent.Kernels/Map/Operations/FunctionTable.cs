namespace Tangent.Kernels;

/// <summary>Which function each mathematical <see cref="ScalarOp"/> is.</summary>
internal static class FunctionTable<TVisitor, TResult>
    where TVisitor : IFunctionVisitor<TResult>
    where TResult : class
{
    public static TResult? Find(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Exp => visitor.Unary<Exp>(),
        ScalarOp.Expm1 => visitor.Unary<Expm1>(),
        ScalarOp.Log => visitor.Unary<Log>(),
        ScalarOp.Log1p => visitor.Unary<Log1p>(),
        ScalarOp.Log2 => visitor.Unary<Log2>(),
        ScalarOp.Log10 => visitor.Unary<Log10>(),
        ScalarOp.Sin => visitor.Unary<Sin>(),
        ScalarOp.Cos => visitor.Unary<Cos>(),
        ScalarOp.Tan => visitor.Unary<Tan>(),
        ScalarOp.Sinh => visitor.Unary<Sinh>(),
        ScalarOp.Cosh => visitor.Unary<Cosh>(),
        ScalarOp.Tanh => visitor.Unary<Tanh>(),
        ScalarOp.ArcSin => visitor.Unary<ArcSin>(),
        ScalarOp.ArcCos => visitor.Unary<ArcCos>(),
        ScalarOp.ArcTan => visitor.Unary<ArcTan>(),
        ScalarOp.ArcSinh => visitor.Unary<ArcSinh>(),
        ScalarOp.ArcCosh => visitor.Unary<ArcCosh>(),
        ScalarOp.ArcTanh => visitor.Unary<ArcTanh>(),
        ScalarOp.Erf => visitor.Unary<Erf>(),
        ScalarOp.ErfInv => visitor.Unary<ErfInv>(),
        ScalarOp.Sigmoid => visitor.Unary<Sigmoid>(),
        ScalarOp.FloorDivide => visitor.Binary<FloorDivide>(),
        ScalarOp.Remainder => visitor.Binary<Remainder>(),
        ScalarOp.Power => visitor.Binary<Power>(),
        ScalarOp.ArcTan2 => visitor.Binary<ArcTan2>(),
        ScalarOp.LogAddExp => visitor.Binary<LogAddExp>(),
        _ => null,
    };
}
