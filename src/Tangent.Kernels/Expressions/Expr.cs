namespace Tangent.Kernels;

/// <summary>
/// One scalar expression over inputs, the language of fusion. Expressions share subexpressions and form a graph;
/// <see cref="Program"/> is the flat form that executors run.
/// </summary>
internal sealed class Expr
{
    private Expr(ScalarOp op, DType dtype, Expr? x, Expr? y, Expr? z, ulong bits)
    {
        Op = op;
        DType = dtype;
        X = x;
        Y = y;
        Z = z;
        Bits = bits;
    }

    /// <summary>What is computed.</summary>
    public ScalarOp Op { get; }

    /// <summary>The type of the result.</summary>
    public DType DType { get; }

    /// <summary>First argument, the condition of a select.</summary>
    public Expr? X { get; }

    /// <summary>Second argument.</summary>
    public Expr? Y { get; }

    /// <summary>Third argument, only of a select.</summary>
    public Expr? Z { get; }

    /// <summary>The input's index, or the representation of a literal in the low bytes.</summary>
    public ulong Bits { get; }

    /// <summary>The element of an input.</summary>
    public static Expr Input(int index, DType dtype) => new(ScalarOp.Input, dtype, null, null, null, (ulong)index);

    /// <summary>A literal given by its representation: the element's bytes, little endian.</summary>
    public static Expr Constant(DType dtype, ulong bits) => new(ScalarOp.Constant, dtype, null, null, null, bits);

    /// <summary>A value conversion; the expression itself where the type is the same.</summary>
    public static Expr Cast(Expr x, DType dtype) =>
        x.DType == dtype ? x : new(ScalarOp.Cast, dtype, x, null, null, 0);

    /// <summary>A unary operation, of the type that <see cref="ScalarOperations"/> says.</summary>
    public static Expr Unary(ScalarOp op, Expr x) => new(op, ScalarOperations.Result(op, 1, x.DType), x, null, null, 0);

    /// <summary>A binary operation on two values of one type.</summary>
    public static Expr Binary(ScalarOp op, Expr x, Expr y) => x.DType == y.DType
        ? new(op, ScalarOperations.Result(op, 2, x.DType), x, y, null, 0)
        : throw new ArgumentException($"{op}: x is {x.DType.Name()}, y is {y.DType.Name()}.", nameof(y));

    /// <summary>Chooses between two values of one type.</summary>
    public static Expr Select(Expr condition, Expr x, Expr y) => new(ScalarOp.Select, x.DType, condition, x, y, 0);

    /// <summary>The operation of an instruction on expressions for the steps before it.</summary>
    public static Expr Of(Instruction step, Expr[] steps) => new(
        step.Op, step.DType, step.A < 0 ? null : steps[step.A], step.B < 0 ? null : steps[step.B], step.C < 0 ? null : steps[step.C], step.Bits);
}
