using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The operations on integer lanes.</summary>
internal static class IntegerTable<T, TVisitor, TResult>
    where T : unmanaged, INumberBase<T>
    where TVisitor : IOperationVisitor<T, TResult>
    where TResult : class
{
    public static TResult? Find(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Floor => visitor.Unary<IntegerArithmetic.Identity<T>>(),
        ScalarOp.Ceiling => visitor.Unary<IntegerArithmetic.Identity<T>>(),
        ScalarOp.Truncate => visitor.Unary<IntegerArithmetic.Identity<T>>(),
        ScalarOp.Round => visitor.Unary<IntegerArithmetic.Identity<T>>(),
        ScalarOp.Not => visitor.Unary<IntegerArithmetic.Not<T>>(),
        ScalarOp.And => visitor.Binary<IntegerArithmetic.And<T>>(),
        ScalarOp.Or => visitor.Binary<IntegerArithmetic.Or<T>>(),
        ScalarOp.Xor => visitor.Binary<IntegerArithmetic.Xor<T>>(),
        _ => CommonTable<T, TVisitor, TResult>.Find(op, visitor),
    };
}
