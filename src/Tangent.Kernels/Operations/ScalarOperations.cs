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
        ScalarOp.Negate => new(1, TypeSet.All, Simple, number: &Unary<Arithmetic.Negate>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Negate)),
        ScalarOp.Abs => new(1, TypeSet.All, Simple, givesOfComplex: DType.Float32, number: &Unary<Arithmetic.Abs>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Abs)),
        ScalarOp.Sign => new(1, TypeSet.All, Simple, number: &Unary<Arithmetic.Sign>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Sign)),
        ScalarOp.Square => new(1, TypeSet.All, Simple, number: &Unary<Arithmetic.Square>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Square)),
        ScalarOp.Reciprocal => new(1, TypeSet.Inexact, Simple, floating: &Unary<Arithmetic.Reciprocal>, complex: new(&ComplexArithmetic.Reciprocal)),
        ScalarOp.Sqrt => new(1, TypeSet.Inexact, Simple, floating: &Unary<Arithmetic.Sqrt>, complex: new(&ComplexRoot.Sqrt)),
        ScalarOp.Rsqrt => new(1, TypeSet.Inexact, Simple, floating: &Unary<Arithmetic.Rsqrt>, complex: new(&ComplexRoot.Rsqrt)),
        ScalarOp.Add => new(2, TypeSet.All, Simple, number: &Binary<Arithmetic.Add>, boolean: Logic.Or, complex: new(&ComplexArithmetic.Add)),
        ScalarOp.Subtract => new(2, TypeSet.All, Simple, number: &Binary<Arithmetic.Subtract>, boolean: Logic.Xor, complex: new(&ComplexArithmetic.Subtract)),
        ScalarOp.Multiply => new(2, TypeSet.All, Simple, number: &Binary<Arithmetic.Multiply>, boolean: Logic.And, complex: new(&ComplexArithmetic.Multiply)),
        ScalarOp.Divide => new(2, TypeSet.Inexact, Simple, floating: &Binary<Arithmetic.Divide>, complex: new(&ComplexArithmetic.Divide)),
        ScalarOp.Maximum => new(2, TypeSet.All, Simple, number: &Binary<Arithmetic.Maximum>, boolean: Logic.Or, complex: new(&ComplexArithmetic.Maximum)),
        ScalarOp.Minimum => new(2, TypeSet.All, Simple, number: &Binary<Arithmetic.Minimum>, boolean: Logic.And, complex: new(&ComplexArithmetic.Minimum)),
        _ => null,
    };

    private static ScalarOperation? Relation(ScalarOp op) => op switch
    {
        ScalarOp.Equal => new(2, TypeSet.All, Simple, gives: DType.Bool, number: &Comparison<Comparison.Equal>, boolean: Logic.Equal, complex: new(&ComplexArithmetic.Equal)),
        ScalarOp.NotEqual => new(2, TypeSet.All, Simple, gives: DType.Bool, number: &Comparison<Comparison.NotEqual>, boolean: Logic.Xor, complex: new(&ComplexArithmetic.NotEqual)),
        ScalarOp.Less => new(2, TypeSet.All, Simple, gives: DType.Bool, number: &Comparison<Comparison.Less>, boolean: Logic.Less, complex: new(&ComplexArithmetic.Less)),
        ScalarOp.LessEqual => new(2, TypeSet.All, Simple, gives: DType.Bool, number: &Comparison<Comparison.LessEqual>, boolean: Logic.LessEqual, complex: new(&ComplexArithmetic.LessEqual)),
        ScalarOp.Greater => new(2, TypeSet.All, Simple, gives: DType.Bool, number: &Comparison<Comparison.Greater>, boolean: Logic.Greater, complex: new(&ComplexArithmetic.Greater)),
        ScalarOp.GreaterEqual => new(2, TypeSet.All, Simple, gives: DType.Bool, number: &Comparison<Comparison.GreaterEqual>, boolean: Logic.GreaterEqual, complex: new(&ComplexArithmetic.GreaterEqual)),
        _ => null,
    };

    private static ScalarOperation? Exponential(ScalarOp op) => op switch
    {
        ScalarOp.Exp => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Exp>, complex: new(&ComplexExponential.Exp)),
        ScalarOp.Expm1 => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Expm1>, complex: new(&ComplexExponential.Expm1)),
        ScalarOp.Sigmoid => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Sigmoid>, complex: new(&ComplexExponential.Sigmoid)),
        ScalarOp.Log => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Log>, complex: new(&ComplexLogarithm.Log)),
        ScalarOp.Log1p => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Log1p>, complex: new(&ComplexLogarithm.Log1p)),
        ScalarOp.Log2 => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Log2>, complex: new(&ComplexLogarithm.Log2)),
        ScalarOp.Log10 => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Log10>, complex: new(&ComplexLogarithm.Log10)),
        ScalarOp.LogAddExp => new(2, TypeSet.Inexact, BinaryFunctionCost, floating: &BinaryFunction<LogAddExp>, complex: new(&ComplexLogarithm.LogAddExp)),
        ScalarOp.Power => new(2, TypeSet.All, BinaryFunctionCost, floating: &BinaryFunction<Power>, integer: &Pointwise<IntegerFunctions.Power>, boolean: Logic.GreaterEqual, complex: new(&ComplexPower.Power)),
        ScalarOp.Erf => new(1, TypeSet.Floating, Function, floating: &UnaryFunction<Erf>),
        ScalarOp.ErfInv => new(1, TypeSet.Floating, Function, floating: &UnaryFunction<ErfInv>),
        _ => null,
    };

    private static ScalarOperation? Trigonometric(ScalarOp op) => op switch
    {
        ScalarOp.Sin => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Sin>, complex: new(&ComplexHyperbolic.Sin)),
        ScalarOp.Cos => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Cos>, complex: new(&ComplexHyperbolic.Cos)),
        ScalarOp.Tan => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Tan>, complex: new(&ComplexHyperbolic.Tan)),
        ScalarOp.Sinh => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Sinh>, complex: new(&ComplexHyperbolic.Sinh)),
        ScalarOp.Cosh => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Cosh>, complex: new(&ComplexHyperbolic.Cosh)),
        ScalarOp.Tanh => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<Tanh>, complex: new(&ComplexHyperbolic.Tanh)),
        ScalarOp.ArcSin => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<ArcSin>, complex: new(&ComplexInverse.ArcSin)),
        ScalarOp.ArcCos => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<ArcCos>, complex: new(&ComplexInverse.ArcCos)),
        ScalarOp.ArcTan => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<ArcTan>, complex: new(&ComplexInverse.ArcTan)),
        ScalarOp.ArcSinh => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<ArcSinh>, complex: new(&ComplexInverse.ArcSinh)),
        ScalarOp.ArcCosh => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<ArcCosh>, complex: new(&ComplexInverse.ArcCosh)),
        ScalarOp.ArcTanh => new(1, TypeSet.Inexact, Function, floating: &UnaryFunction<ArcTanh>, complex: new(&ComplexInverse.ArcTanh)),
        ScalarOp.ArcTan2 => new(2, TypeSet.Floating, BinaryFunctionCost, floating: &BinaryFunction<ArcTan2>),
        _ => null,
    };

    private static ScalarOperation? Whole(ScalarOp op) => op switch
    {
        ScalarOp.Floor => new(1, TypeSet.All, Simple, floating: &Unary<Rounding.Floor>, integer: &Unary<Bits.Same>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Floor)),
        ScalarOp.Ceiling => new(1, TypeSet.All, Simple, floating: &Unary<Rounding.Ceiling>, integer: &Unary<Bits.Same>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Ceiling)),
        ScalarOp.Truncate => new(1, TypeSet.All, Simple, floating: &Unary<Rounding.Truncate>, integer: &Unary<Bits.Same>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Truncate)),
        ScalarOp.Round => new(1, TypeSet.All, Simple, floating: &Unary<Rounding.Round>, integer: &Unary<Bits.Same>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Round)),
        ScalarOp.FloorDivide => new(2, TypeSet.Real, Function, floating: &BinaryFunction<FloorDivide>, integer: &Pointwise<IntegerFunctions.FloorDivide>, boolean: Logic.And),
        ScalarOp.Remainder => new(2, TypeSet.Real, BinaryFunctionCost, floating: &BinaryFunction<Remainder>, integer: &Pointwise<IntegerFunctions.Remainder>, boolean: Logic.Never),
        _ => null,
    };

    // Booleans count as integers whose result is compared with zero, here and above: the shift by true of true is 0.
    private static ScalarOperation? Bitwise(ScalarOp op) => op switch
    {
        ScalarOp.Not => new(1, TypeSet.Bits, Simple, integer: &Unary<Bits.Not>, boolean: Logic.Not),
        ScalarOp.And => new(2, TypeSet.Bits, Simple, integer: &Binary<Bits.And>, boolean: Logic.And),
        ScalarOp.Or => new(2, TypeSet.Bits, Simple, integer: &Binary<Bits.Or>, boolean: Logic.Or),
        ScalarOp.Xor => new(2, TypeSet.Bits, Simple, integer: &Binary<Bits.Xor>, boolean: Logic.Xor),
        ScalarOp.ShiftLeft => new(2, TypeSet.Bits, Simple, integer: &Pointwise<IntegerFunctions.ShiftLeft>, boolean: Logic.First),
        ScalarOp.ShiftRight => new(2, TypeSet.Bits, Simple, integer: &Pointwise<IntegerFunctions.ShiftRight>, boolean: Logic.Greater),
        _ => null,
    };

    private static ScalarOperation? OfComplex(ScalarOp op) => op switch
    {
        ScalarOp.Conjugate => new(1, TypeSet.Complex, Simple, complex: new(&ComplexArithmetic.Conjugate)),
        ScalarOp.Real => new(1, TypeSet.Complex, Simple, gives: DType.Float32, complex: new(&ComplexArithmetic.Real)),
        ScalarOp.Imaginary => new(1, TypeSet.Complex, Simple, gives: DType.Float32, complex: new(&ComplexArithmetic.Imaginary)),
        ScalarOp.MakeComplex => new(2, TypeSet.Float32, Simple, gives: DType.Complex64, floating: &MakeComplex),
        _ => null,
    };
}
