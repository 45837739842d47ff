namespace Tangent.Kernels;

/// <summary>
/// The operations on booleans, held as bytes 0 and 1. Sum and maximum are or, product and minimum are and: integer
/// arithmetic whose result is compared with zero.
/// </summary>
internal static class BoolTable<TVisitor, TResult>
    where TVisitor : IOperationVisitor<byte, TResult>
    where TResult : class
{
    public static TResult? Find(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Not => visitor.Unary<NotOperation>(),
        ScalarOp.Negate or ScalarOp.Abs or ScalarOp.Sign or ScalarOp.Square or ScalarOp.Floor or ScalarOp.Ceiling
            or ScalarOp.Truncate or ScalarOp.Round => visitor.Unary<IntegerArithmetic.Identity<byte>>(),
        ScalarOp.And or ScalarOp.Multiply or ScalarOp.Minimum => visitor.Binary<IntegerArithmetic.And<byte>>(),
        ScalarOp.Or or ScalarOp.Add or ScalarOp.Maximum => visitor.Binary<IntegerArithmetic.Or<byte>>(),
        ScalarOp.Xor or ScalarOp.Subtract => visitor.Binary<IntegerArithmetic.Xor<byte>>(),
        >= ScalarOp.Equal and <= ScalarOp.GreaterEqual => CommonTable<byte, TVisitor, TResult>.Find(op, visitor),
        _ => null,
    };
}
