using static Tangent.Kernels.OperationLoops;

namespace Tangent.Kernels;

/// <summary>
/// The table of scalar operations: for each its number of arguments, the types that it takes and gives, what it costs and
/// how it is computed. Expressions, cost estimates, interpreter and emitter all ask here. A line is made when it is first
/// asked for; in parts, since compiling a part loads the functions of all its lines, in every process.
/// </summary>
/// <remarks>
/// The 16-bit floating types compute in float32. Booleans count as integers whose result is compared with zero. Order of complex
/// numbers is by the real part, then by the imaginary part.
/// </remarks>
internal static unsafe class ScalarOperations
{
    /// <summary>Room for the operations in what is kept for each.</summary>
    public const int Capacity = 0xB0;

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

    private static ScalarOperation Make(ScalarOp op) => ((int)op >> 4) switch
    {
        0x0 => Structure(op),
        0x1 => UnaryArithmetic(op),
        0x2 => BinaryArithmetic(op),
        0x3 => Relation(op),
        0x4 => Exponential(op),
        0x5 => Circular(op),
        0x6 => Hyperbolic(op),
        0x7 => Inverse(op),
        0x8 => Whole(op),
        0x9 => Bitwise(op),
        0xA => OfComplex(op),
        _ => null,
    } ?? throw new NotSupportedException($"{op} is not in the table of scalar operations.");

    // What is no function of its arguments alone; interpreter and emitter have their own ways.
    private static ScalarOperation? Structure(ScalarOp op) => op switch
    {
        ScalarOp.Input => new(0, TypeSet.All, Read),
        ScalarOp.Constant => new(0, TypeSet.All, 0),
        ScalarOp.Cast => new(1, TypeSet.All, Simple),
        ScalarOp.Select => new(3, TypeSet.All, Simple),
        _ => null,
    };

    private static ScalarOperation? UnaryArithmetic(ScalarOp op) => op switch
    {
        ScalarOp.Negate => new(1, TypeSet.All, Simple,
            number: &Unary<Arithmetic.Negate>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Negate)),
        ScalarOp.Abs => new(1, TypeSet.All, Simple, gives: ResultRule.Part,
            number: &Unary<Arithmetic.Abs>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Abs)),
        ScalarOp.Sign => new(1, TypeSet.All, Simple, number: &Unary<Arithmetic.Sign>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Sign)),
        ScalarOp.Square => new(1, TypeSet.All, Simple,
            number: &Unary<Arithmetic.Square>, boolean: Logic.Same, complex: new(&ComplexArithmetic.Square)),
        ScalarOp.Reciprocal => new(1, TypeSet.Inexact, Simple, floating: &Unary<Arithmetic.Reciprocal>, complex: new(&ComplexArithmetic.Reciprocal)),
        ScalarOp.Sqrt => new(1, TypeSet.Inexact, Simple, floating: &Unary<Arithmetic.Sqrt>, complex: new(&ComplexRoot.Sqrt)),
        ScalarOp.Rsqrt => new(1, TypeSet.Inexact, Simple, floating: &Unary<Arithmetic.Rsqrt>, complex: new(&ComplexRoot.Rsqrt)),
        ScalarOp.OneMinusSquare => new(1, TypeSet.Inexact, Simple,
            floating: &Unary<Arithmetic.OneMinusSquare>, complex: new(&ComplexArithmetic.OneMinusSquare)),
        _ => null,
    };

    private static ScalarOperation? BinaryArithmetic(ScalarOp op) => op switch
    {
        ScalarOp.Add => new(2, TypeSet.All, Simple, number: &Binary<Arithmetic.Add>, boolean: Logic.Or, complex: new(&ComplexArithmetic.Add)),
        ScalarOp.Subtract => new(2, TypeSet.All, Simple,
            number: &Binary<Arithmetic.Subtract>, boolean: Logic.Xor, complex: new(&ComplexArithmetic.Subtract)),
        ScalarOp.Multiply => new(2, TypeSet.All, Simple,
            number: &Binary<Arithmetic.Multiply>, boolean: Logic.And, complex: new(&ComplexArithmetic.Multiply)),
        ScalarOp.Divide => new(2, TypeSet.Inexact, Simple, floating: &Binary<Arithmetic.Divide>, complex: new(&ComplexArithmetic.Divide)),
        ScalarOp.Maximum => new(2, TypeSet.All, Simple,
            number: &Binary<Arithmetic.Maximum>, boolean: Logic.Or, complex: new(&ComplexArithmetic.Maximum)),
        ScalarOp.Minimum => new(2, TypeSet.All, Simple,
            number: &Binary<Arithmetic.Minimum>, boolean: Logic.And, complex: new(&ComplexArithmetic.Minimum)),
        _ => null,
    };

    private static ScalarOperation? Relation(ScalarOp op) => op switch
    {
        ScalarOp.Equal => Comparing(&Comparison<Comparison.Equal>, Logic.Equal, new(&ComplexArithmetic.Equal)),
        ScalarOp.NotEqual => Comparing(&Comparison<Comparison.NotEqual>, Logic.Xor, new(&ComplexArithmetic.NotEqual)),
        ScalarOp.Less => Comparing(&Comparison<Comparison.Less>, Logic.Less, new(&ComplexArithmetic.Less)),
        ScalarOp.LessEqual => Comparing(&Comparison<Comparison.LessEqual>, Logic.LessEqual, new(&ComplexArithmetic.LessEqual)),
        ScalarOp.Greater => Comparing(&Comparison<Comparison.Greater>, Logic.Greater, new(&ComplexArithmetic.Greater)),
        ScalarOp.GreaterEqual => Comparing(&Comparison<Comparison.GreaterEqual>, Logic.GreaterEqual, new(&ComplexArithmetic.GreaterEqual)),
        _ => null,
    };

    private static ScalarOperation? Exponential(ScalarOp op) => op switch
    {
        ScalarOp.Exp => OfInexact(&UnaryFunction<Exp>, new(&ComplexExponential.Exp)),
        ScalarOp.Expm1 => OfInexact(&UnaryFunction<Expm1>, new(&ComplexExponential.Expm1)),
        ScalarOp.Sigmoid => OfInexact(&UnaryFunction<Sigmoid>, new(&ComplexExponential.Sigmoid)),
        ScalarOp.Log => OfInexact(&UnaryFunction<Log>, new(&ComplexLogarithm.Log)),
        ScalarOp.Log1p => OfInexact(&UnaryFunction<Log1p>, new(&ComplexLogarithm.Log1p)),
        ScalarOp.Log2 => OfInexact(&UnaryFunction<Log2>, new(&ComplexLogarithm.Log2)),
        ScalarOp.Log10 => OfInexact(&UnaryFunction<Log10>, new(&ComplexLogarithm.Log10)),
        ScalarOp.LogAddExp => new(2, TypeSet.Inexact, BinaryFunctionCost,
            floating: &BinaryFunction<LogAddExp>, complex: new(&ComplexLogarithm.LogAddExp)),
        ScalarOp.Power => new(2, TypeSet.All, BinaryFunctionCost,
            floating: &BinaryFunction<Power>, integer: &Pointwise<IntegerFunctions.Power>, boolean: Logic.GreaterEqual, complex: new(&ComplexPower.Power)),
        ScalarOp.Erf => new(1, TypeSet.Floating, Function, floating: &UnaryFunction<Erf>),
        ScalarOp.ErfInv => new(1, TypeSet.Floating, Function, floating: &UnaryFunction<ErfInv>),
        _ => null,
    };

    private static ScalarOperation? Circular(ScalarOp op) => op switch
    {
        ScalarOp.Sin => OfInexact(&UnaryFunction<Sin>, new(&ComplexHyperbolic.Sin)),
        ScalarOp.Cos => OfInexact(&UnaryFunction<Cos>, new(&ComplexHyperbolic.Cos)),
        ScalarOp.Tan => OfInexact(&UnaryFunction<Tan>, new(&ComplexHyperbolic.Tan)),
        _ => null,
    };

    private static ScalarOperation? Hyperbolic(ScalarOp op) => op switch
    {
        ScalarOp.Sinh => OfInexact(&UnaryFunction<Sinh>, new(&ComplexHyperbolic.Sinh)),
        ScalarOp.Cosh => OfInexact(&UnaryFunction<Cosh>, new(&ComplexHyperbolic.Cosh)),
        ScalarOp.Tanh => OfInexact(&UnaryFunction<Tanh>, new(&ComplexHyperbolic.Tanh)),
        _ => null,
    };

    private static ScalarOperation? Inverse(ScalarOp op) => op switch
    {
        ScalarOp.ArcSin => OfInexact(&UnaryFunction<ArcSin>, new(&ComplexInverse.ArcSin)),
        ScalarOp.ArcCos => OfInexact(&UnaryFunction<ArcCos>, new(&ComplexInverse.ArcCos)),
        ScalarOp.ArcTan => OfInexact(&UnaryFunction<ArcTan>, new(&ComplexInverse.ArcTan)),
        ScalarOp.ArcSinh => OfInexact(&UnaryFunction<ArcSinh>, new(&ComplexInverse.ArcSinh)),
        ScalarOp.ArcCosh => OfInexact(&UnaryFunction<ArcCosh>, new(&ComplexInverse.ArcCosh)),
        ScalarOp.ArcTanh => OfInexact(&UnaryFunction<ArcTanh>, new(&ComplexInverse.ArcTanh)),
        ScalarOp.ArcTan2 => new(2, TypeSet.Floating, BinaryFunctionCost, floating: &BinaryFunction<ArcTan2>),
        _ => null,
    };

    private static ScalarOperation? Whole(ScalarOp op) => op switch
    {
        ScalarOp.Floor => ToWhole(&Unary<Rounding.Floor>, new(&ComplexArithmetic.Floor)),
        ScalarOp.Ceiling => ToWhole(&Unary<Rounding.Ceiling>, new(&ComplexArithmetic.Ceiling)),
        ScalarOp.Truncate => ToWhole(&Unary<Rounding.Truncate>, new(&ComplexArithmetic.Truncate)),
        ScalarOp.Round => ToWhole(&Unary<Rounding.Round>, new(&ComplexArithmetic.Round)),
        ScalarOp.FloorDivide => new(2, TypeSet.Real, Function,
            floating: &BinaryFunction<FloorDivide>, integer: &Pointwise<IntegerFunctions.FloorDivide>, boolean: Logic.And),
        ScalarOp.Remainder => new(2, TypeSet.Real, BinaryFunctionCost,
            floating: &BinaryFunction<Remainder>, integer: &Pointwise<IntegerFunctions.Remainder>, boolean: Logic.Never),
        _ => null,
    };

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
        ScalarOp.Real => new(1, TypeSet.Complex, Simple, gives: ResultRule.Part, complex: new(&ComplexArithmetic.Real)),
        ScalarOp.Imaginary => new(1, TypeSet.Complex, Simple, gives: ResultRule.Part, complex: new(&ComplexArithmetic.Imaginary)),
        ScalarOp.MakeComplex => new(2, TypeSet.Float32, Simple, gives: ResultRule.Complex, floating: &MakeComplex),
        _ => null,
    };

    private static ScalarOperation Comparing(delegate*<DType, ElementLoop?> number, Logic boolean, ComplexFunction complex) =>
        new(2, TypeSet.All, Simple, gives: ResultRule.Bool, number: number, boolean: boolean, complex: complex);

    private static ScalarOperation OfInexact(delegate*<DType, ElementLoop?> floating, ComplexFunction complex) =>
        new(1, TypeSet.Inexact, Function, floating: floating, complex: complex);

    private static ScalarOperation ToWhole(delegate*<DType, ElementLoop?> floating, ComplexFunction complex) =>
        new(1, TypeSet.All, Simple, floating: floating, integer: &Unary<Bits.Same>, boolean: Logic.Same, complex: complex);
}
