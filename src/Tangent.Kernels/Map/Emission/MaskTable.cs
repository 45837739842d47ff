namespace Tangent.Kernels;

/// <summary>The operations on booleans held as masks; see <see cref="BoolTable{TVisitor, TResult}"/> for their meaning.</summary>
internal static class MaskTable<T, TVisitor, TResult>
    where T : unmanaged
    where TVisitor : IOperationVisitor<T, TResult>
    where TResult : class
{
    public static TResult? Find(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Not => visitor.Unary<IntegerArithmetic.Not<T>>(),
        ScalarOp.Negate or ScalarOp.Abs or ScalarOp.Sign or ScalarOp.Square or ScalarOp.Floor or ScalarOp.Ceiling
            or ScalarOp.Truncate or ScalarOp.Round => visitor.Unary<IntegerArithmetic.Identity<T>>(),
        ScalarOp.And or ScalarOp.Multiply or ScalarOp.Minimum => visitor.Binary<IntegerArithmetic.And<T>>(),
        ScalarOp.Or or ScalarOp.Add or ScalarOp.Maximum => visitor.Binary<IntegerArithmetic.Or<T>>(),
        ScalarOp.Xor or ScalarOp.Subtract or ScalarOp.NotEqual => visitor.Binary<IntegerArithmetic.Xor<T>>(),
        ScalarOp.Equal => visitor.Binary<MaskOperations.Equal<T>>(),
        ScalarOp.Less => visitor.Binary<MaskOperations.Less<T>>(),
        ScalarOp.LessEqual => visitor.Binary<MaskOperations.LessEqual<T>>(),
        ScalarOp.Greater => visitor.Binary<MaskOperations.Greater<T>>(),
        ScalarOp.GreaterEqual => visitor.Binary<MaskOperations.GreaterEqual<T>>(),
        _ => null,
    };
}
