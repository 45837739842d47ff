using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>What must be linear and is not is never transposed: it is refused, or another way is taken.</summary>
public class LinearityTests
{
    private static readonly NDArray Point = new[] { 1.5, -2.0, 0.5 };
    private static readonly NDArray Data = new[] { 2.0, 3.0, -1.0 };

    private static readonly Dictionary<string, Func<NDArray, NDArray>> NotLinear = new()
    {
        ["square"] = x => x * x,
        ["Square"] = Mx.Square,
        ["times its sum"] = x => x * Mx.Sum(x),
        ["inner product"] = x => Mx.MatMul(x, x),
        ["softmax"] = x => Mx.Softmax(x),
        ["divided by itself"] = x => x / x,
        ["reciprocal"] = x => 1 / x,
        ["data over it"] = x => Data / x,
        ["norm"] = x => Mx.Sqrt(Mx.Sum(x * x)),
        ["normalised"] = x => x / Mx.Sqrt(Mx.Sum(x * x)),
        ["layer norm"] = x => Mx.Fast.LayerNorm(x, null, null, 1e-5),
        ["a choice by its sign"] = x => Mx.Where(x > 0, x, 0),
        ["NanToNum"] = x => Mx.NanToNum(x),
        ["indices that depend on it"] = x => Mx.Take(Data, Mx.AsType(x, DType.Int32)) * x,
        ["its places"] = x => Mx.Take(x, Mx.ArgSort(x)),
        ["sorted"] = x => Mx.Sort(x),
        ["absolute value"] = Mx.Abs,
        ["maximum"] = x => Mx.Maximum(x, 0),
        ["a bias"] = x => x + 1,
        ["a bias that is data"] = x => Data + x,
        ["minus a bias"] = x => Data - x,
        ["a constant"] = _ => Data,
        ["a constant part"] = x => Mx.Concatenate([x, Data]),
        ["a constant element"] = x => { NDArray y = +x; y[0] = 1.0; return y; },
        ["written into data"] = x => { NDArray y = +Data; y[1..] = x[1..]; return y; },
        ["scattered into data"] = x => Data.At[new[] { 0, 1, 1 }].Add(x),
        ["times itself in places"] = x => x.At[new[] { 0, 1, 1 }].Multiply(x),
        ["a choice of data"] = x => Mx.Where(new[] { true, false, true }, x, Data),
        ["cumulative product"] = x => Mx.CumProd(x, 0),
        ["checkpointed square"] = x => Mx.Checkpoint(v => [v[0] * v[0]])([x])[0],
        ["checkpointed bias"] = x => Mx.Checkpoint(v => [v[0] + Data])([x])[0],
        ["compiled square"] = Mx.Compile((NDArray x) => x * x),
        ["mapped square"] = x => Mx.Vmap(v => [v[0] * v[0]])([x])[0],
        ["scaled by a stopped self"] = x => x * Mx.StopGradient(x),
    };

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Linear = new()
    {
        ["scaled"] = x => x * Data / 3 - x,
        ["a product"] = x => Mx.MatMul(Mx.Outer(Data, Data), x),
        ["zeros added"] = x => x + 0,
        ["zeros of data added"] = x => x + 0 * Data,
        ["zeros that have a value"] = x => Mx.Concatenate([x, Mx.Zeros(2, DType.Float64).Eval()]),
        ["padded"] = x => Mx.Pad(x, 2),
        ["written into zeros"] = x => { NDArray y = Mx.Zeros(5, DType.Float64); y[1..4] = x; return y; },
        ["chosen"] = x => Mx.Where(Data > 0, x, Mx.ZerosLike(x)),
        ["rolled, flipped, summed"] = x => Mx.CumSum(Mx.Flip(Mx.Roll(x, 1)), 0),
        ["stopped"] = Mx.StopGradient,
        ["tangent of another function"] = x => Mx.Jvp(v => [Mx.Softmax(v[0]) * Mx.Sin(v[0])], [Data], [x]).Tangents[0],
        ["cotangent of another function"] = x => Mx.Vjp(v => [Mx.Fast.RmsNorm(v[0], null, 1e-5) * v[0]], [Data], [x]).Cotangents[0],
        ["zero"] = x => Mx.ZerosLike(x),
    };

    private static readonly Dictionary<string, Func<NDArray, NDArray>> NotLinearRules = new()
    {
        ["a constant"] = _ => Mx.Full(3, 42.0, DType.Float64),
        ["the product with itself"] = c => c * c,
        ["clipped by its norm"] = c => c / Mx.Maximum(1, Mx.Sqrt(Mx.Sum(c * c))),
        ["without NaN"] = c => Mx.NanToNum(c),
        ["clipped"] = c => Mx.Clip(c, -1, 1),
        ["its sign"] = Mx.Sign,
        ["one over it"] = c => 1 / c,
        ["data added"] = c => c + Data,
        ["branching on its value"] = c => Mx.Sum(c).Item<double>() > 1 ? c : 2 * c,
        ["printing it"] = c => c * c.ToString().Length,
        ["selected by itself"] = c => Mx.Take(c, Mx.ArgSort(c)),
        ["cubed"] = c => Mx.Power(c, 3),
        ["rounded"] = c => Mx.Round(c),
        ["by way of another type"] = c => Mx.AsType(Mx.AsType(c, DType.Int32), DType.Float64),
        ["checkpointed"] = c => Mx.Checkpoint(v => [v[0] * v[0]])([c])[0],
    };

    public static TheoryData<string> NotLinearNames => [.. NotLinear.Keys];

    public static TheoryData<string> LinearNames => [.. Linear.Keys];

    public static TheoryData<string> RuleNames => [.. NotLinearRules.Keys];

    [Theory, MemberData(nameof(NotLinearNames))]
    public void AFunctionThatIsNotLinearIsNotTransposed(string name)
    {
        NDArray y = NotLinear[name](Point);
        var error = Assert.Throws<MissingRuleException>(() => Mx.LinearTranspose(x => [NotLinear[name](x[0])], [Point])([Mx.OnesLike(y)]));
        Assert.StartsWith("LinearTranspose: the function is not linear in its arguments: ", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(LinearNames))]
    public void ALinearFunctionIsTransposed(string name)
    {
        Func<NDArray[], NDArray[]> f = x => [Linear[name](x[0])];
        NDArray ct = Mx.Sin(1 + Mx.Arange(0.0, f([Point])[0].Size, 1, DType.Float64));
        NDArray transposed = Mx.LinearTranspose(f, [Point])([ct])[0];
        double expected = Mx.Sum(ct * f([Point])[0]).Item<double>();
        Assert.Equal(expected, Mx.Sum(transposed * Point).Item<double>(), 12);
    }

    [Theory, MemberData(nameof(RuleNames))]
    public void ForwardModeFallsBackOnTheFunctionWhereTheVjpRuleIsNotLinear(string name)
    {
        var f = Mx.CustomFunction(x => [x[0] * x[0] * x[0]], vjp: (_, ct, _) => [NotLinearRules[name](ct[0])]);
        double[] expected = (3 * Point * Point * Data).ToArray<double>();
        Assert.Equal(expected, Mx.Jvp(f, [Point], [Data]).Tangents[0].ToArray<double>(), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(expected, Mx.Compile(x => Mx.Jvp(f, [x[0]], [x[1]]).Tangents)([Point, Data])[0].ToArray<double>(), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(expected, Mx.Linearize(f, [Point]).Push([Data])[0].ToArray<double>(), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Theory, MemberData(nameof(RuleNames))]
    public void ReverseModeRefusesAJvpRuleThatIsNotLinear(string name)
    {
        var f = Mx.CustomFunction(x => [x[0] * x[0]], jvp: (_, dx) => [NotLinearRules[name](dx[0])]);
        Exception error = Assert.ThrowsAny<Exception>(() => Mx.Grad(x => Mx.Sum(f([x])[0]))(Point).Eval());
        Assert.StartsWith("CustomFunction: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AJvpRuleThatIsNotLinearIsNotLinearized()
    {
        var f = Mx.CustomFunction(x => [x[0] * x[0]], jvp: (_, dx) => [Mx.Power(dx[0], 3)]);
        Assert.StartsWith("Linearize: ", Assert.Throws<MissingRuleException>(() => Mx.Linearize(f, [Point])).Message, StringComparison.Ordinal);
        Func<NDArray[], NDArray[]> loop = Mx.Vmap(v => Mx.WhileLoop(x => Mx.Sum(x[0]) < 10, x => [x[0] + f([x[0]])[0]], v));
        Assert.Throws<MissingRuleException>(() => Mx.Linearize(loop, [Mx.Ones((2, 3))]));
        Mx.Linearize(Mx.Vmap(v => Mx.WhileLoop(x => Mx.Sum(x[0]) < 10, x => [x[0] + (x[0] * x[0])], v)), [Mx.Ones((2, 3))]);
    }

    [Fact]
    public void AJvpRuleWithTwoTangentsIsLinearInBothTogether()
    {
        var f = Mx.CustomFunction(x => [x[0] * x[1]], jvp: (x, dx) => [dx[0] * x[1] + x[0] * dx[1]]);
        Assert.Equal(Data.ToArray<double>(), Mx.Grad(x => Mx.Sum(f([x, Data])[0]))(Point).ToArray<double>());
        var product = Mx.CustomFunction(x => [x[0] * x[1]], jvp: (_, dx) => [dx[0] * dx[1]]);
        Assert.Throws<MissingRuleException>(() => Mx.Grad(v => [Mx.Sum(product(v)[0])], 0, 1)([Point, Data]));
    }
}
