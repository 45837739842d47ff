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
        ScalarOp.Floor => visitor.Unary<FloatingArithmetic.Floor<T>>(),
        ScalarOp.Ceiling => visitor.Unary<FloatingArithmetic.Ceiling<T>>(),
        ScalarOp.Truncate => visitor.Unary<FloatingArithmetic.Truncate<T>>(),
        ScalarOp.Round => visitor.Unary<FloatingArithmetic.Round<T>>(),
        ScalarOp.Sqrt => visitor.Unary<FloatingArithmetic.Sqrt<T>>(),
        ScalarOp.Rsqrt => visitor.Unary<RsqrtOperation<T>>(),
        ScalarOp.Reciprocal => visitor.Unary<ReciprocalOperation<T>>(),
        ScalarOp.Divide => visitor.Binary<FloatingArithmetic.Divide<T>>(),
        _ => CommonTable<T, TVisitor, TResult>.Find(op, visitor),
    };
}
