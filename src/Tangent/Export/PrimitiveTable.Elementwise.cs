using Tangent.Kernels;
using static Tangent.PrimitiveForm;

namespace Tangent;

internal static partial class PrimitiveTable
{
    private static Dictionary<string, PrimitiveForm> Elementwise() => new()
    {
        ["Abs"] = Elements<Abs>(1),
        ["Add"] = Elements<Add>(2),
        ["ArcCos"] = Elements<ArcCos>(1),
        ["ArcCosh"] = Elements<ArcCosh>(1),
        ["ArcSin"] = Elements<ArcSin>(1),
        ["ArcSinh"] = Elements<ArcSinh>(1),
        ["ArcTan"] = Elements<ArcTan>(1),
        ["ArcTan2"] = Elements<ArcTan2>(2),
        ["ArcTanh"] = Elements<ArcTanh>(1),
        ["AsType"] = Of(p => new AsType(p.DType("DType")), (_, x) => InputRules.Count(x, 1)),
        ["BitwiseAnd"] = Elements<BitwiseAnd>(2),
        ["BitwiseInvert"] = Elements<BitwiseInvert>(1),
        ["BitwiseOr"] = Elements<BitwiseOr>(2),
        ["BitwiseXor"] = Elements<BitwiseXor>(2),
        ["Ceiling"] = Elements<Ceiling>(1),
        ["Conjugate"] = Elements<Conjugate>(1),
        ["Constant"] = Of(p => new Constant(p.DType("DType"), p.Bits("Bits")), Literal),
        ["Cos"] = Elements<Cos>(1),
        ["Cosh"] = Elements<Cosh>(1),
        ["Divide"] = Elements<Divide>(2),
        ["Equal"] = Elements<Equal>(2),
        ["Erf"] = Elements<Erf>(1),
        ["ErfInv"] = Elements<ErfInv>(1),
        ["Exp"] = Elements<Exp>(1),
        ["Expm1"] = Elements<Expm1>(1),
        ["Floor"] = Elements<Floor>(1),
        ["FloorDivide"] = Elements<FloorDivide>(2),
        ["Greater"] = Elements<Greater>(2),
        ["GreaterEqual"] = Elements<GreaterEqual>(2),
        ["Hypot"] = Of(_ => Shared<Hypot>.Instance, Lengths),
        ["Imag"] = Elements<Imag>(1),
        ["LeftShift"] = Elements<LeftShift>(2),
        ["Less"] = Elements<Less>(2),
        ["LessEqual"] = Elements<LessEqual>(2),
        ["Log"] = Elements<Log>(1),
        ["Log10"] = Elements<Log10>(1),
        ["Log1p"] = Elements<Log1p>(1),
        ["Log2"] = Elements<Log2>(1),
        ["LogAddExp"] = Elements<LogAddExp>(2),
        ["MakeComplex"] = Elements<MakeComplex>(2),
        ["Maximum"] = Elements<Maximum>(2),
        ["Minimum"] = Elements<Minimum>(2),
        ["Multiply"] = Elements<Multiply>(2),
        ["Negative"] = Elements<Negative>(1),
        ["NotEqual"] = Elements<NotEqual>(2),
        ["OneMinusSquare"] = Elements<OneMinusSquare>(1),
        ["Power"] = Elements<Power>(2),
        ["Real"] = Elements<Real>(1),
        ["Reciprocal"] = Elements<Reciprocal>(1),
        ["Remainder"] = Elements<Remainder>(2),
        ["RightShift"] = Elements<RightShift>(2),
        ["Round"] = Elements<Round>(1),
        ["Rsqrt"] = Elements<Rsqrt>(1),
        ["Sigmoid"] = Elements<Sigmoid>(1),
        ["Sign"] = Elements<Sign>(1),
        ["Sin"] = Elements<Sin>(1),
        ["Sinh"] = Elements<Sinh>(1),
        ["Sqrt"] = Elements<Sqrt>(1),
        ["Square"] = Elements<Square>(1),
        ["StopGradient"] = Any<StopGradient>(),
        ["Subtract"] = Elements<Subtract>(2),
        ["Tan"] = Elements<Tan>(1),
        ["Tanh"] = Elements<Tanh>(1),
        ["Truncate"] = Elements<Truncate>(1),
        ["View"] = Of(p => new View(p.DType("DType")), (_, x) => InputRules.Count(x, 1)),
        ["Where"] = Of(_ => Shared<Where>.Instance, Choice),
    };

    private static void Literal(Constant literal, Node[] x)
    {
        InputRules.Count(x, 0);
        int bits = 8 * literal.DType.Size;
        InputRules.Require(literal.DType == DType.Bool ? literal.Bits <= 1 : bits == 64 || literal.Bits >> bits == 0, "its bits are more than an element has");
    }

    private static void Lengths(Hypot hypot, Node[] x)
    {
        InputRules.Same(x, 2);
        InputRules.Floating(x[0]);
    }

    private static void Choice(Where where, Node[] x)
    {
        InputRules.Count(x, 3);
        InputRules.Type(x[0], DType.Bool);
        InputRules.Same(x[1..], 2);
        InputRules.Require(x[0].Shape == x[1].Shape, "its inputs differ in shape");
    }
}
