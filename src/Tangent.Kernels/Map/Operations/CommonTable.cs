using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The operations that all numbers have.</summary>
internal static class CommonTable<T, TVisitor, TResult>
    where T : unmanaged, INumberBase<T>
    where TVisitor : IOperationVisitor<T, TResult>
    where TResult : class
{
    public static TResult? Find(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Negate => visitor.Unary<Arithmetic.Negate<T>>(),
        ScalarOp.Abs => visitor.Unary<Arithmetic.Abs<T>>(),
        ScalarOp.Sign => visitor.Unary<SignOperation<T>>(),
        ScalarOp.Square => visitor.Unary<Arithmetic.Square<T>>(),
        ScalarOp.Add => visitor.Binary<Arithmetic.Add<T>>(),
        ScalarOp.Subtract => visitor.Binary<Arithmetic.Subtract<T>>(),
        ScalarOp.Multiply => visitor.Binary<Arithmetic.Multiply<T>>(),
        ScalarOp.Maximum => visitor.Binary<Arithmetic.Maximum<T>>(),
        ScalarOp.Minimum => visitor.Binary<Arithmetic.Minimum<T>>(),
        ScalarOp.Equal => visitor.Comparison<Comparison.Equal<T>>(),
        ScalarOp.NotEqual => visitor.Comparison<Comparison.NotEqual<T>>(),
        ScalarOp.Less => visitor.Comparison<Comparison.Less<T>>(),
        ScalarOp.LessEqual => visitor.Comparison<Comparison.LessEqual<T>>(),
        ScalarOp.Greater => visitor.Comparison<Comparison.Greater<T>>(),
        ScalarOp.GreaterEqual => visitor.Comparison<Comparison.GreaterEqual<T>>(),
        _ => null,
    };
}
