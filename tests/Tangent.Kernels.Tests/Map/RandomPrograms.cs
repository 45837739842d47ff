using CsCheck;
using Tangent.Kernels.Tests.Operations;

namespace Tangent.Kernels.Tests.Map;

/// <summary>Random programs of one lane size, with their inputs and lengths.</summary>
internal static class RandomPrograms
{
    /// <summary>A program over three inputs of its floating type, and one of integers and one of booleans.</summary>
    public static Gen<Program> Over(DType floating, DType integer) =>
        Gen.Int[1, 12].SelectMany(steps => Gen.UInt.Array[3 * steps]).Select(choices => Build(floating, integer, choices));

    /// <summary>The values that go wrong first.</summary>
    public static readonly double[] Special =
        [0.0, -0.0, 1, -1, 0.5, 2, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e-40, 1e-310, -1e30, 1e300];

    /// <summary>Values among which are zeros of both signs, infinities, NaN, subnormal and huge numbers.</summary>
    public static Gen<double> Value { get; } = Gen.OneOf(
        Gen.Double[-4, 4], Gen.Double[-1e6, 1e6],
        Gen.Int[0, Special.Length - 1].Select(i => Special[i]));

    private static Program Build(DType floating, DType integer, uint[] choices)
    {
        List<Expr> values =
        [
            Expr.Input(0, floating), Expr.Input(1, floating), Expr.Input(2, floating), Expr.Input(3, integer),
            Expr.Input(4, DType.Bool), Expr.Cast(Expr.Constant(DType.Bool, 1), floating),
        ];
        for (int i = 0; i < choices.Length; i += 3)
            values.Add(Step(values, choices[i], choices[i + 1], choices[i + 2], floating, integer));
        Expr first = values[^1], second = values[values.Count / 2];
        return Program.From([floating, floating, floating, integer, DType.Bool], first, second, values[0]);
    }

    private static Expr Step(List<Expr> values, uint kind, uint a, uint b, DType floating, DType integer)
    {
        Expr x = Pick(values, a, _ => true);
        Expr y = Pick(values, b, value => value.DType == x.DType);
        switch (kind % 8)
        {
            case 0: return Expr.Cast(x, ((DType[])[floating, integer, DType.Bool])[b % 3]);
            case 1: return Expr.Select(Pick(values, kind, value => value.DType == DType.Bool), x, y);
            case 2: return Expr.Binary(Of(ScalarOps.Comparisons(x.DType), kind / 8), x, y);
            case 3 or 4: return Expr.Unary(Of(Emitted(ScalarOps.Unary(x.DType), x.DType), kind / 8), x);
            default: return Expr.Binary(Of(Emitted(ScalarOps.Binary(x.DType), x.DType), kind / 8), x, y);
        }
    }

    // The others are computed element by element.
    private static ScalarOp[] Emitted(ScalarOp[] ops, DType dtype) =>
        [.. ops.Where(op => ScalarOperations.Of(op).Method(dtype.ComputeType, Math.Max(4, dtype.Size)) is not null)];

    private static Expr Pick(List<Expr> values, uint choice, Func<Expr, bool> accept)
    {
        Expr[] accepted = [.. values.Where(accept)];
        return accepted[choice % accepted.Length];
    }

    private static ScalarOp Of(ScalarOp[] ops, uint choice) => ops[choice % ops.Length];
}
