namespace Tangent.Kernels;

/// <summary>A program for every element. All inputs have the outputs' shape; neighbours fuse.</summary>
internal sealed record MapKernel(Program Body) : Kernel
{
    private const int Types = (int)DType.Complex64 + 1;

    // Primitives lower to one operation each, of which there are few: they are made once.
    private static readonly MapKernel?[] Casts = new MapKernel?[Types * Types];
    private static readonly MapKernel?[] Single = new MapKernel?[ScalarOperations.Capacity * Types];

    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Body), Body)];

    /// <summary>One operation on one input.</summary>
    public static MapKernel Unary(ScalarOp op, DType x) => Of(op, x) ??= Of([x], Expr.Unary(op, Expr.Input(0, x)));

    /// <summary>One operation on two inputs of one type.</summary>
    public static MapKernel Binary(ScalarOp op, DType x) => Of(op, x) ??= Of([x, x], Expr.Binary(op, Expr.Input(0, x), Expr.Input(1, x)));

    /// <summary>A conversion of values.</summary>
    public static MapKernel Cast(DType from, DType to) => Casts[(int)from * Types + (int)to] ??= Of([from], Expr.Cast(Expr.Input(0, from), to));

    /// <summary>A choice, by a bool input, between two inputs of one type.</summary>
    public static MapKernel Select(DType x) =>
        Of(ScalarOp.Select, x) ??= Of([DType.Bool, x, x], Expr.Select(Expr.Input(0, DType.Bool), Expr.Input(1, x), Expr.Input(2, x)));

    private static MapKernel Of(DType[] inputs, Expr body) => new(Program.From(inputs, body));

    private static ref MapKernel? Of(ScalarOp op, DType x) => ref Single[(int)op * Types + (int)x];
}
