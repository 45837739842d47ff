using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The operations of the hardware on floating lanes.</summary>
internal static class FloatingTable<T, TVisitor, TResult>
    where T : unmanaged, INumberBase<T>
    where TVisitor : IOperationVisitor<T, TResult>
    where TResult : class
{
    public static TResult? Find(ScalarOp op, TVisitor visitor) => op switch
    {
        >= ScalarOp.Floor and <= ScalarOp.Round => Rounding(op, visitor),
        ScalarOp.Sqrt or ScalarOp.Rsqrt or ScalarOp.Reciprocal => Root(op, visitor),
        ScalarOp.Divide => visitor.Binary<FloatingArithmetic.Divide<T>>(),
        _ => CommonTable<T, TVisitor, TResult>.Find(op, visitor),
    };

    private static TResult Rounding(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Floor => visitor.Unary<FloatingArithmetic.Floor<T>>(),
        ScalarOp.Ceiling => visitor.Unary<FloatingArithmetic.Ceiling<T>>(),
        ScalarOp.Truncate => visitor.Unary<FloatingArithmetic.Truncate<T>>(),
        _ => visitor.Unary<FloatingArithmetic.Round<T>>(),
    };

    private static TResult Root(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Sqrt => visitor.Unary<FloatingArithmetic.Sqrt<T>>(),
        ScalarOp.Rsqrt => visitor.Unary<RsqrtOperation<T>>(),
        _ => visitor.Unary<ReciprocalOperation<T>>(),
    };
}
