namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private const string Steps = "constant between its steps";
    private const string Truth = "its result is bool";
    private const string Eight = "eight bits have no tangent";
    private const string Bits = "works on integers and bool";

    private static IEnumerable<Sample> UnaryFamily() =>
    [
        Unary("Mx.Abs", Mx.Abs, 0.3, 2),
        Unary("Mx.Abs", Mx.Abs, -2, -0.3) with { Variant = "negative" },
        Unary("Mx.ArcCos", Mx.ArcCos, -0.8, 0.8),
        Unary("Mx.ArcCosh", Mx.ArcCosh, 1.3, 3),
        Unary("Mx.ArcSin", Mx.ArcSin, -0.8, 0.8),
        Unary("Mx.ArcSinh", Mx.ArcSinh, -3, 3),
        Unary("Mx.ArcTan", Mx.ArcTan, -3, 3),
        Unary("Mx.ArcTanh", Mx.ArcTanh, -0.8, 0.8),
        Unary("Mx.ArcTanh", Mx.Grad(x => Mx.Sum(Mx.ArcTanh(x))), -0.8, 0.8) with { Variant = "slope" },
        Unary("Mx.Cos", Mx.Cos, -2, 2),
        Unary("Mx.Cosh", Mx.Cosh, -2, 2),
        Unary("Mx.Degrees", Mx.Degrees, -2, 2),
        Unary("Mx.Erf", Mx.Erf, -2, 2),
        Unary("Mx.ErfInv", Mx.ErfInv, -0.8, 0.8),
        Unary("Mx.Exp", Mx.Exp, -1, 1),
        Unary("Mx.Expm1", Mx.Expm1, -1, 1),
        Unary("Mx.Log", Mx.Log, 0.5, 3),
        Unary("Mx.Log10", Mx.Log10, 0.5, 3),
        Unary("Mx.Log1p", Mx.Log1p, -0.5, 3),
        Unary("Mx.Log2", Mx.Log2, 0.5, 3),
        Unary("Mx.Negative", Mx.Negative, -2, 2),
        Unary("Mx.Positive", Mx.Positive, -2, 2),
        Unary("Mx.Radians", Mx.Radians, -2, 2),
        Unary("Mx.Reciprocal", Mx.Reciprocal, 0.5, 2),
        Unary("Mx.Rsqrt", Mx.Rsqrt, 0.5, 2),
        Unary("Mx.Sigmoid", Mx.Sigmoid, -3, 3),
        Unary("Mx.Sin", Mx.Sin, -2, 2),
        Unary("Mx.Sinh", Mx.Sinh, -2, 2),
        Unary("Mx.Sqrt", Mx.Sqrt, 0.5, 2),
        Unary("Mx.Square", Mx.Square, -2, 2),
        Unary("Mx.Tan", Mx.Tan, -1, 1),
        Unary("Mx.Tanh", Mx.Tanh, -2, 2),
        Unary("Mx.NanToNum", x => Mx.NanToNum(x), -2, 2),
        Unary("Mx.AsType", x => Mx.AsType(Mx.AsType(x, DType.Float64), DType.Float64) * x, -2, 2),
        new("Mx.AsType", "to float32", x => [Mx.AsType(x[0], DType.Float32)], Mx.AsType(Numbers((2, 3)), DType.Float64)) { Tolerance = 1e-3 },
        Unary("Mx.View", x => Mx.View(x, DType.Float64), -2, 2) with { NoNarrow = "reads bytes, not values" },
        Unary("Mx.Real", Mx.Real, -2, 2),
        Unary("Mx.Conjugate", Mx.Conjugate, -2, 2),
    ];

    private static IEnumerable<Sample> BinaryFamily() =>
    [
        Binary("Mx.Add", Mx.Add, -2, 2),
        Binary("Mx.ArcTan2", Mx.ArcTan2, 0.5, 2),
        Binary("Mx.Divide", Mx.Divide, 0.5, 2),
        Binary("Mx.LogAddExp", Mx.LogAddExp, -2, 2),
        Binary("Mx.Maximum", Mx.Maximum, -2, 2),
        Binary("Mx.Minimum", Mx.Minimum, -2, 2),
        Binary("Mx.Multiply", Mx.Multiply, -2, 2),
        Binary("Mx.Power", Mx.Power, 0.5, 2),
        Binary("Mx.Subtract", Mx.Subtract, -2, 2),
        Of("Mx.Power", "whole exponents at zero and below", x => Mx.Power(x, new[] { 2.0, 3.0, 4.0 }), (2, 3), -1, 1),
        Of("Mx.Power", "exponents over a base of zero", y => Mx.Power(new[] { 0.0, 0.5, 2.0 }, y), 3, 1.2, 2),
        Of("Mx.Power", "a literal exponent", x => Mx.Power(x, 3) + Mx.Power(x, -1) + Mx.Power(x, 2.5), (2, 3), 0.5, 2),
        Of("Mx.Power", "a literal base", x => Mx.Power(1.7, x), (2, 3)),
        new("Mx.Remainder", "both signs", x => [Mx.Remainder(x[0], x[1])], new[] { 5.3, -5.3, 4.1 }, new[] { 2.0, 2.1, -1.7 }),
        new("Mx.DivMod", "both results", x => [Mx.DivMod(x[0], x[1]).Remainder], new[] { 5.3, -5.3, 4.1 }, new[] { 2.0, 2.1, -1.7 }),
        new("Mx.Where", "chosen by a mask", x => [Mx.Where(new[] { true, false, true }, x[0], x[1])], Numbers((2, 3)), Numbers(3, seed: 1)),
        new("Mx.Where", "chosen by the sign", x => [Mx.Where(x[0] > 0.0, Mx.Sin(x[0]), x[0] * x[0])], Numbers((2, 3))),
        new("Mx.Clip", "between", x => [Mx.Clip(x[0], -0.5, 0.5)], Numbers((3, 4), -1, 1)),
        new("Mx.Clip", "bounds too", x => [Mx.Clip(x[0], x[1], x[2])], Numbers((3, 4), -1, 1), Numbers(4, -0.6, -0.3), Numbers(4, 0.3, 0.6)),
    ];

    private static IEnumerable<Sample> ComplexFamily() =>
    [
        .. new (string Op, Func<NDArray, NDArray> Function)[]
        {
            ("Mx.Abs", Mx.Abs), ("Mx.Sign", Mx.Sign), ("Mx.Real", Mx.Real), ("Mx.Imag", Mx.Imag), ("Mx.Conjugate", Mx.Conjugate),
            ("Mx.Exp", Mx.Exp), ("Mx.Log", Mx.Log), ("Mx.Sqrt", Mx.Sqrt), ("Mx.Rsqrt", Mx.Rsqrt), ("Mx.Sin", Mx.Sin), ("Mx.Cos", Mx.Cos),
            ("Mx.Tan", Mx.Tan), ("Mx.Sinh", Mx.Sinh), ("Mx.Cosh", Mx.Cosh), ("Mx.Tanh", Mx.Tanh), ("Mx.ArcSin", Mx.ArcSin), ("Mx.ArcCos", Mx.ArcCos),
            ("Mx.ArcTan", Mx.ArcTan), ("Mx.ArcSinh", Mx.ArcSinh), ("Mx.ArcCosh", Mx.ArcCosh), ("Mx.ArcTanh", Mx.ArcTanh), ("Mx.Square", Mx.Square), ("Mx.Reciprocal", Mx.Reciprocal),
        }.Select(entry => new Sample(entry.Op, "complex", x => [entry.Function(x[0])], ComplexNumbers((2, 3), 0.3, 0.9)) { Tolerance = 2e-3 }),
        new("Mx.NanToNum", "complex", x => [Mx.NanToNum(x[0])], ComplexNumbers(3)) { Tolerance = 2e-3 },
        new("Mx.View", "parts of complex numbers", x => [Mx.View(x[0], DType.Float32)], ComplexNumbers((2, 3))) { Tolerance = 2e-3 },
        new("Mx.View", "complex numbers of parts", x => [Mx.View(Mx.View(x[0], DType.Float32) * 2.0, DType.Complex64)], ComplexNumbers((2, 3))) { Tolerance = 2e-3 },
        new("Mx.LogAddExp", "complex", x => [Mx.LogAddExp(x[0], x[1])], ComplexNumbers(3), ComplexNumbers(3, seed: 1)) { Tolerance = 2e-3 },
        new("Mx.Multiply", "complex", x => [x[0] * x[1]], ComplexNumbers(3), ComplexNumbers(3, seed: 1)) { Tolerance = 2e-3 },
        new("Mx.Divide", "complex", x => [x[0] / x[1]], ComplexNumbers(3, 0.5, 1), ComplexNumbers(3, 0.5, 1, 1)) { Tolerance = 2e-3 },
        new("Mx.Power", "complex", x => [Mx.Power(x[0], x[1])], ComplexNumbers(3, 0.5, 1), ComplexNumbers(3, 0.5, 1, 1)) { Tolerance = 2e-3 },
    ];

    private static IEnumerable<Sample> FlatFamily() =>
    [
        .. new (string Op, Func<NDArray, NDArray> Function)[]
        {
            ("Mx.Ceiling", Mx.Ceiling), ("Mx.Floor", Mx.Floor), ("Mx.Truncate", Mx.Truncate), ("Mx.Sign", Mx.Sign), ("Mx.Round", x => Mx.Round(x)),
            ("Mx.FloorDivide", x => Mx.FloorDivide(x, 0.7)),
        }.Select(entry => Flat(entry.Op, entry.Function, Steps)),
        .. new (string Op, Func<NDArray, NDArray> Function)[]
        {
            ("Mx.IsFinite", Mx.IsFinite), ("Mx.IsInf", Mx.IsInf), ("Mx.IsNaN", Mx.IsNaN), ("Mx.IsNegInf", Mx.IsNegInf), ("Mx.IsPosInf", Mx.IsPosInf), ("Mx.LogicalNot", Mx.LogicalNot),
            ("Mx.Equal", x => Mx.Equal(x, 0.5)), ("Mx.NotEqual", x => Mx.NotEqual(x, 0.5)), ("Mx.Less", x => Mx.Less(x, 0.1)), ("Mx.LessEqual", x => Mx.LessEqual(x, 0.1)),
            ("Mx.Greater", x => Mx.Greater(x, 0.1)), ("Mx.GreaterEqual", x => Mx.GreaterEqual(x, 0.1)), ("Mx.IsClose", x => Mx.IsClose(x, 0.5)),
            ("Mx.AllClose", x => Mx.AllClose(x, 0.5)), ("Mx.ArrayEqual", x => Mx.ArrayEqual(x, x)),
            ("Mx.LogicalAnd", x => Mx.LogicalAnd(x, x > 0.0)), ("Mx.LogicalOr", x => Mx.LogicalOr(x, x > 0.0)), ("Mx.LogicalXor", x => Mx.LogicalXor(x, x > 0.0)),
        }.Select(entry => Flat(entry.Op, entry.Function, Truth)),
        .. new (string Op, Func<NDArray, NDArray> Function)[]
        {
            ("Mx.BitwiseInvert", Mx.BitwiseInvert), ("Mx.BitwiseAnd", x => Mx.BitwiseAnd(x, 6)), ("Mx.BitwiseOr", x => Mx.BitwiseOr(x, 6)), ("Mx.BitwiseXor", x => Mx.BitwiseXor(x, 6)),
            ("Mx.LeftShift", x => Mx.LeftShift(x, 2)), ("Mx.RightShift", x => Mx.RightShift(x, 1)),
        }.Select(entry => new Sample(entry.Op, "integers", x => [entry.Function(x[0])], (NDArray)new[] { 1, 2, -3, 100 }) { Constant = Bits }),
        Flat("Mx.StopGradient", Mx.StopGradient, "its purpose"),
        Flat("Mx.ToFp8", Mx.ToFp8, Eight),
        new("Mx.FromFp8", "all exponents", x => [Mx.FromFp8(x[0], DType.Float32)], Mx.AsType(Mx.Arange(0, 256, 7), DType.UInt8)) { Constant = Eight },
    ];
}
