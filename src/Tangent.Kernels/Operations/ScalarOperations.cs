using static Tangent.Kernels.OperationLoops;

namespace Tangent.Kernels;

/// <summary>
/// The table of scalar operations: for each its number of arguments, the types that it takes and gives, what it costs and
/// how it is computed. Expressions, cost estimates, interpreter and emitter all ask here. A line is made when it is first
/// asked for; in parts, since compiling a part names the functions of all its lines, in every process.
/// </summary>
/// <remarks>The 16-bit floating types compute in float32. Order of complex numbers is by the real part, then the imaginary.</remarks>
internal static unsafe class ScalarOperations
{
    /// <summary>Room for the operations in what is kept for each.</summary>
    public const int Capacity = 128;

    // Nanoseconds per element at 512 bits and float32.
    private const double Read = 0.1, Simple = 0.05, Function = 0.4, BinaryFunctionCost = 1;

    private static readonly ScalarOperation?[] Made = new ScalarOperation?[Capacity];

    /// <summary>The line of an operation.</summary>
    public static ScalarOperation Of(ScalarOp op) => Made[(int)op] ??= Make(op);

    /// <summary>The type that an operation on so many arguments of one type gives; <see cref="NotSupportedException"/> if there is none.</summary>
    public static DType Result(ScalarOp op, int arity, DType dtype)
    {
        ScalarOperation operation = Of(op);
        if (operation.Arity != arity)
            throw new ArgumentException($"{op}: takes {operation.Arity} arguments, not {arity}.", nameof(arity));
        return operation.Takes(dtype) ? operation.Result(dtype) : throw Refusal(op, dtype);
    }

    /// <summary>The loop on elements of a type, as its compute type; <see cref="NotSupportedException"/> if there is none.</summary>
    public static ElementLoop Loop(ScalarOp op, DType dtype) => Of(op).Loop(dtype.ComputeType) ?? throw Refusal(op, dtype);

    private static NotSupportedException Refusal(ScalarOp op, DType dtype) => new($"{op}: there is no such operation on {dtype.Name()}.");

    private static ScalarOperation Make(ScalarOp op) =>
        Structure(op) ?? Calculation(op) ?? Relation(op) ?? Exponential(op) ?? Trigonometric(op) ?? Whole(op) ?? Bitwise(op) ?? OfComplex(op)
        ?? throw new NotSupportedException($"{op} is not in the table of scalar operations.");

    // What is no function of its arguments alone; interpreter and emitter have their own ways.
    private static ScalarOperation? Structure(ScalarOp op) => op switch
    {
        ScalarOp.Input => new(0, TypeSet.All, Read),
        ScalarOp.Constant => new(0, TypeSet.All, 0),
        ScalarOp.Cast => new(1, TypeSet.All, Simple),
        ScalarOp.Select => new(3, TypeSet.All, Simple),
        _ => null,
    };

    private static ScalarOperation? Calculation(ScalarOp op) => op switch
    {
        ScalarOp.Negate => new(1, TypeSet.All, Simple) { Number = &Unary<Arithmetic.Negate>, Boolean = Logic.Same, Complex = new(&ComplexArithmetic.Negate) },
        ScalarOp.Abs => new(1, TypeSet.All, Simple) { GivesOfComplex = DType.Float32, Number = &Unary<Arithmetic.Abs>, Boolean = Logic.Same, Complex = new(&ComplexArithmetic.Abs) },
        ScalarOp.Sign => new(1, TypeSet.All, Simple) { Number = &Unary<Arithmetic.Sign>, Boolean = Logic.Same, Complex = new(&ComplexArithmetic.Sign) },
        ScalarOp.Square => new(1, TypeSet.All, Simple) { Number = &Unary<Arithmetic.Square>, Boolean = Logic.Same, Complex = new(&ComplexArithmetic.Square) },
        ScalarOp.Reciprocal => new(1, TypeSet.Inexact, Simple) { Floating = &Unary<Arithmetic.Reciprocal>, Complex = new(&ComplexArithmetic.Reciprocal) },
        ScalarOp.Sqrt => new(1, TypeSet.Inexact, Simple) { Floating = &Unary<Arithmetic.Sqrt>, Complex = new(&ComplexRoot.Sqrt) },
        ScalarOp.Rsqrt => new(1, TypeSet.Inexact, Simple) { Floating = &Unary<Arithmetic.Rsqrt>, Complex = new(&ComplexRoot.Rsqrt) },
        ScalarOp.Add => new(2, TypeSet.All, Simple) { Number = &Binary<Arithmetic.Add>, Boolean = Logic.Or, Complex = new(&ComplexArithmetic.Add) },
        ScalarOp.Subtract => new(2, TypeSet.All, Simple) { Number = &Binary<Arithmetic.Subtract>, Boolean = Logic.Xor, Complex = new(&ComplexArithmetic.Subtract) },
        ScalarOp.Multiply => new(2, TypeSet.All, Simple) { Number = &Binary<Arithmetic.Multiply>, Boolean = Logic.And, Complex = new(&ComplexArithmetic.Multiply) },
        ScalarOp.Divide => new(2, TypeSet.Inexact, Simple) { Floating = &Binary<Arithmetic.Divide>, Complex = new(&ComplexArithmetic.Divide) },
        ScalarOp.Maximum => new(2, TypeSet.All, Simple) { Number = &Binary<Arithmetic.Maximum>, Boolean = Logic.Or, Complex = new(&ComplexArithmetic.Maximum) },
        ScalarOp.Minimum => new(2, TypeSet.All, Simple) { Number = &Binary<Arithmetic.Minimum>, Boolean = Logic.And, Complex = new(&ComplexArithmetic.Minimum) },
        _ => null,
    };

    private static ScalarOperation? Relation(ScalarOp op) => op switch
    {
        ScalarOp.Equal => new(2, TypeSet.All, Simple) { Gives = DType.Bool, Number = &Comparison<Comparison.Equal>, Boolean = Logic.Equal, Complex = new(&ComplexArithmetic.Equal) },
        ScalarOp.NotEqual => new(2, TypeSet.All, Simple) { Gives = DType.Bool, Number = &Comparison<Comparison.NotEqual>, Boolean = Logic.Xor, Complex = new(&ComplexArithmetic.NotEqual) },
        ScalarOp.Less => new(2, TypeSet.All, Simple) { Gives = DType.Bool, Number = &Comparison<Comparison.Less>, Boolean = Logic.Less, Complex = new(&ComplexArithmetic.Less) },
        ScalarOp.LessEqual => new(2, TypeSet.All, Simple) { Gives = DType.Bool, Number = &Comparison<Comparison.LessEqual>, Boolean = Logic.LessEqual, Complex = new(&ComplexArithmetic.LessEqual) },
        ScalarOp.Greater => new(2, TypeSet.All, Simple) { Gives = DType.Bool, Number = &Comparison<Comparison.Greater>, Boolean = Logic.Greater, Complex = new(&ComplexArithmetic.Greater) },
        ScalarOp.GreaterEqual => new(2, TypeSet.All, Simple) { Gives = DType.Bool, Number = &Comparison<Comparison.GreaterEqual>, Boolean = Logic.GreaterEqual, Complex = new(&ComplexArithmetic.GreaterEqual) },
        _ => null,
    };

    private static ScalarOperation? Exponential(ScalarOp op) => op switch
    {
        ScalarOp.Exp => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Exp>, Complex = new(&ComplexExponential.Exp) },
        ScalarOp.Expm1 => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Expm1>, Complex = new(&ComplexExponential.Expm1) },
        ScalarOp.Sigmoid => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Sigmoid>, Complex = new(&ComplexExponential.Sigmoid) },
        ScalarOp.Log => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Log>, Complex = new(&ComplexLogarithm.Log) },
        ScalarOp.Log1p => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Log1p>, Complex = new(&ComplexLogarithm.Log1p) },
        ScalarOp.Log2 => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Log2>, Complex = new(&ComplexLogarithm.Log2) },
        ScalarOp.Log10 => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Log10>, Complex = new(&ComplexLogarithm.Log10) },
        ScalarOp.LogAddExp => new(2, TypeSet.Inexact, BinaryFunctionCost) { Floating = &BinaryFunction<LogAddExp>, Complex = new(&ComplexLogarithm.LogAddExp) },
        ScalarOp.Power => new(2, TypeSet.All, BinaryFunctionCost) { Floating = &BinaryFunction<Power>, Integer = &Pointwise<IntegerFunctions.Power>, Boolean = Logic.GreaterEqual, Complex = new(&ComplexPower.Power) },
        ScalarOp.Erf => new(1, TypeSet.Floating, Function) { Floating = &UnaryFunction<Erf> },
        ScalarOp.ErfInv => new(1, TypeSet.Floating, Function) { Floating = &UnaryFunction<ErfInv> },
        _ => null,
    };

    private static ScalarOperation? Trigonometric(ScalarOp op) => op switch
    {
        ScalarOp.Sin => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Sin>, Complex = new(&ComplexHyperbolic.Sin) },
        ScalarOp.Cos => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Cos>, Complex = new(&ComplexHyperbolic.Cos) },
        ScalarOp.Tan => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Tan>, Complex = new(&ComplexHyperbolic.Tan) },
        ScalarOp.Sinh => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Sinh>, Complex = new(&ComplexHyperbolic.Sinh) },
        ScalarOp.Cosh => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Cosh>, Complex = new(&ComplexHyperbolic.Cosh) },
        ScalarOp.Tanh => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<Tanh>, Complex = new(&ComplexHyperbolic.Tanh) },
        ScalarOp.ArcSin => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<ArcSin>, Complex = new(&ComplexInverse.ArcSin) },
        ScalarOp.ArcCos => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<ArcCos>, Complex = new(&ComplexInverse.ArcCos) },
        ScalarOp.ArcTan => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<ArcTan>, Complex = new(&ComplexInverse.ArcTan) },
        ScalarOp.ArcSinh => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<ArcSinh>, Complex = new(&ComplexInverse.ArcSinh) },
        ScalarOp.ArcCosh => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<ArcCosh>, Complex = new(&ComplexInverse.ArcCosh) },
        ScalarOp.ArcTanh => new(1, TypeSet.Inexact, Function) { Floating = &UnaryFunction<ArcTanh>, Complex = new(&ComplexInverse.ArcTanh) },
        ScalarOp.ArcTan2 => new(2, TypeSet.Floating, BinaryFunctionCost) { Floating = &BinaryFunction<ArcTan2> },
        _ => null,
    };

    private static ScalarOperation? Whole(ScalarOp op) => op switch
    {
        ScalarOp.Floor => new(1, TypeSet.All, Simple) { Floating = &Unary<Rounding.Floor>, Integer = &Unary<Bits.Same>, Boolean = Logic.Same, Complex = new(&ComplexArithmetic.Floor) },
        ScalarOp.Ceiling => new(1, TypeSet.All, Simple) { Floating = &Unary<Rounding.Ceiling>, Integer = &Unary<Bits.Same>, Boolean = Logic.Same, Complex = new(&ComplexArithmetic.Ceiling) },
        ScalarOp.Truncate => new(1, TypeSet.All, Simple) { Floating = &Unary<Rounding.Truncate>, Integer = &Unary<Bits.Same>, Boolean = Logic.Same, Complex = new(&ComplexArithmetic.Truncate) },
        ScalarOp.Round => new(1, TypeSet.All, Simple) { Floating = &Unary<Rounding.Round>, Integer = &Unary<Bits.Same>, Boolean = Logic.Same, Complex = new(&ComplexArithmetic.Round) },
        ScalarOp.FloorDivide => new(2, TypeSet.Real, Function) { Floating = &BinaryFunction<FloorDivide>, Integer = &Pointwise<IntegerFunctions.FloorDivide>, Boolean = Logic.And },
        ScalarOp.Remainder => new(2, TypeSet.Real, BinaryFunctionCost) { Floating = &BinaryFunction<Remainder>, Integer = &Pointwise<IntegerFunctions.Remainder>, Boolean = Logic.Never },
        _ => null,
    };

    // Booleans count as integers whose result is compared with zero, here and above: the shift by true of true is 0.
    private static ScalarOperation? Bitwise(ScalarOp op) => op switch
    {
        ScalarOp.Not => new(1, TypeSet.Bits, Simple) { Integer = &Unary<Bits.Not>, Boolean = Logic.Not },
        ScalarOp.And => new(2, TypeSet.Bits, Simple) { Integer = &Binary<Bits.And>, Boolean = Logic.And },
        ScalarOp.Or => new(2, TypeSet.Bits, Simple) { Integer = &Binary<Bits.Or>, Boolean = Logic.Or },
        ScalarOp.Xor => new(2, TypeSet.Bits, Simple) { Integer = &Binary<Bits.Xor>, Boolean = Logic.Xor },
        ScalarOp.ShiftLeft => new(2, TypeSet.Bits, Simple) { Integer = &Pointwise<IntegerFunctions.ShiftLeft>, Boolean = Logic.First },
        ScalarOp.ShiftRight => new(2, TypeSet.Bits, Simple) { Integer = &Pointwise<IntegerFunctions.ShiftRight>, Boolean = Logic.Greater },
        _ => null,
    };

    private static ScalarOperation? OfComplex(ScalarOp op) => op switch
    {
        ScalarOp.Conjugate => new(1, TypeSet.Complex, Simple) { Complex = new(&ComplexArithmetic.Conjugate) },
        ScalarOp.Real => new(1, TypeSet.Complex, Simple) { Gives = DType.Float32, Complex = new(&ComplexArithmetic.Real) },
        ScalarOp.Imaginary => new(1, TypeSet.Complex, Simple) { Gives = DType.Float32, Complex = new(&ComplexArithmetic.Imaginary) },
        ScalarOp.MakeComplex => new(2, TypeSet.Float32, Simple) { Gives = DType.Complex64, Floating = &MakeComplex },
        _ => null,
    };
}
