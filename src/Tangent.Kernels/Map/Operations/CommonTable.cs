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
        ScalarOp.Add => visitor.Binary<Arithmetic.Add<T>>(),
        ScalarOp.Subtract => visitor.Binary<Arithmetic.Subtract<T>>(),
        ScalarOp.Multiply => visitor.Binary<Arithmetic.Multiply<T>>(),
        ScalarOp.Maximum or ScalarOp.Minimum => Extreme(op, visitor),
        >= ScalarOp.Equal and <= ScalarOp.GreaterEqual => Compare(op, visitor),
        _ => Unary(op, visitor),
    };

    private static TResult? Unary(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Negate => visitor.Unary<Arithmetic.Negate<T>>(),
        ScalarOp.Abs => visitor.Unary<Arithmetic.Abs<T>>(),
        ScalarOp.Sign => visitor.Unary<SignOperation<T>>(),
        ScalarOp.Square => visitor.Unary<Arithmetic.Square<T>>(),
        _ => null,
    };

    private static TResult Extreme(ScalarOp op, TVisitor visitor) =>
        op == ScalarOp.Maximum ? visitor.Binary<Arithmetic.Maximum<T>>() : visitor.Binary<Arithmetic.Minimum<T>>();

    private static TResult Compare(ScalarOp op, TVisitor visitor) => op switch
    {
        ScalarOp.Equal => visitor.Comparison<Comparison.Equal<T>>(),
        ScalarOp.NotEqual => visitor.Comparison<Comparison.NotEqual<T>>(),
        ScalarOp.Less => visitor.Comparison<Comparison.Less<T>>(),
        ScalarOp.LessEqual => visitor.Comparison<Comparison.LessEqual<T>>(),
        ScalarOp.Greater => visitor.Comparison<Comparison.Greater<T>>(),
        _ => visitor.Comparison<Comparison.GreaterEqual<T>>(),
    };
}
