namespace Tangent.Kernels;

/// <summary>One scalar expression for every element. All inputs have the output's shape; neighbours fuse.</summary>
internal sealed record MapKernel(Expr Body) : Kernel
{
    private const int Types = (int)DType.Complex64 + 1;

    // Nearly all are one operation, of which there are few: they are made once.
    private static readonly MapKernel?[] Single = new MapKernel?[ScalarOperations.Capacity * Types];

    /// <summary>One operation on one input.</summary>
    public static MapKernel Unary(ScalarOp op, DType x) => Of(op, x) ??= new(Expr.Unary(op, Expr.Input(0, x)));

    /// <summary>One operation on two inputs of one type.</summary>
    public static MapKernel Binary(ScalarOp op, DType x) => Of(op, x) ??= new(Expr.Binary(op, Expr.Input(0, x), Expr.Input(1, x)));

    private static ref MapKernel? Of(ScalarOp op, DType x) => ref Single[(int)op * Types + (int)x];
}
