using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Networks;

/// <summary>Activations far away, at kinks, on NaN and on what they refuse.</summary>
public sealed class ActivationTests
{
    private const float Far = 1e4f;

    private static readonly Dictionary<string, (Func<NDArray, NDArray> Function, double Below, double Above, double SlopeBelow, double SlopeAbove)> Table = new()
    {
        ["Relu"] = (Nn.Relu, 0, double.PositiveInfinity, 0, 1),
        ["Relu2"] = (Nn.Relu2, 0, double.PositiveInfinity, 0, double.PositiveInfinity),
        ["Relu6"] = (Nn.Relu6, 0, 6, 0, 0),
        ["LeakyRelu"] = (x => Nn.LeakyRelu(x, 0.25), double.NegativeInfinity, double.PositiveInfinity, 0.25, 1),
        ["PRelu"] = (x => Nn.PRelu(x, Mx.AsType(0.25, x.DType)), double.NegativeInfinity, double.PositiveInfinity, 0.25, 1),
        ["Elu"] = (x => Nn.Elu(x), -1, double.PositiveInfinity, 0, 1),
        ["Celu"] = (x => Nn.Celu(x, 2), -2, double.PositiveInfinity, 0, 1),
        ["Silu"] = (Nn.Silu, 0, double.PositiveInfinity, 0, 1),
        ["Mish"] = (Nn.Mish, 0, double.PositiveInfinity, 0, 1),
        ["Hardswish"] = (Nn.Hardswish, 0, double.PositiveInfinity, 0, 1),
        ["Gelu"] = (Nn.Gelu, 0, double.PositiveInfinity, 0, 1),
        ["GeluApprox"] = (Nn.GeluApprox, 0, double.PositiveInfinity, 0, 1),
        ["GeluFastApprox"] = (Nn.GeluFastApprox, 0, double.PositiveInfinity, 0, 1),
        ["Sigmoid"] = (Nn.Sigmoid, 0, 1, 0, 0),
        ["LogSigmoid"] = (Nn.LogSigmoid, double.NegativeInfinity, 0, 1, 0),
        ["Tanh"] = (Nn.Tanh, -1, 1, 0, 0),
        ["HardTanh"] = (x => Nn.HardTanh(x), -1, 1, 0, 0),
        ["Softsign"] = (Nn.Softsign, -1, 1, 0, 0),
        ["Softplus"] = (Nn.Softplus, 0, double.PositiveInfinity, 0, 1),
        ["HardShrink"] = (x => Nn.HardShrink(x), double.NegativeInfinity, double.PositiveInfinity, 1, 1),
        ["Softshrink"] = (x => Nn.Softshrink(x), double.NegativeInfinity, double.PositiveInfinity, 1, 1),
    };

    public static TheoryData<string, DType> All
    {
        get
        {
            var data = new TheoryData<string, DType>();
            foreach (string name in Table.Keys)
                foreach (DType dtype in (DType[])[DType.Float16, DType.BFloat16, DType.Float32, DType.Float64])
                    data.Add(name, dtype);
            return data;
        }
    }

    [Theory, MemberData(nameof(All))]
    public void At_infinity_value_and_slope_are_the_limits(string name, DType dtype)
    {
        (Func<NDArray, NDArray> f, double below, double above, double slopeBelow, double slopeAbove) = Table[name];
        NDArray x = Mx.AsType(new[] { double.NegativeInfinity, double.PositiveInfinity }, dtype);
        Assert.Equal([below, above], Doubles(f(x)));
        Assert.Equal([slopeBelow, slopeAbove], Doubles(Mx.Grad(v => Mx.Sum(f(v)))(x)));
        Assert.Equal([slopeBelow, slopeAbove], Doubles(Mx.Jvp(f, x, Mx.OnesLike(x)).Tangents));
    }

    [Theory, MemberData(nameof(All))]
    public void Far_away_value_slope_and_curvature_are_finite(string name, DType dtype)
    {
        Func<NDArray, NDArray> f = Table[name].Function;
        NDArray x = Mx.AsType(new[] { -Far, -300, -12, 12, 300, Far }, dtype);
        bool overflows = name == "Relu2" && dtype == DType.Float16;
        Assert.All(Doubles(f(x)), value => Assert.True(double.IsFinite(value) || (overflows && value > 0), $"{value}"));
        NDArray slope = Mx.Grad(v => Mx.Sum(f(v)))(x);
        Assert.All(Doubles(slope), value => Assert.True(double.IsFinite(value), $"slope {value}"));
        Assert.All(Doubles(Mx.Jvp(Mx.Grad(v => Mx.Sum(f(v))), x, Mx.OnesLike(x)).Tangents), value => Assert.True(double.IsFinite(value), $"curvature {value}"));
        Assert.Equal([dtype, dtype], new[] { f(x).DType, slope.DType });
    }

    [Theory, MemberData(nameof(All))]
    public void NaN_stays(string name, DType dtype) => Assert.True(double.IsNaN(Doubles(Table[name].Function(Mx.AsType(new[] { double.NaN }, dtype)))[0]));

    [Fact]
    public void The_slope_at_a_kink_is_as_documented()
    {
        Assert.Equal([0f, 0f], Slope(Nn.Relu6, 0, 6));
        Assert.Equal([0.25f], Slope(x => Nn.LeakyRelu(x, 0.25), 0));
        Assert.Equal([2f], Slope(x => Nn.Elu(x, 2), 0));
        Assert.Equal([0f, 1f], Slope(Nn.Hardswish, -3, 3));
        Assert.Equal([0.5f, 0.5f], Slope(x => Nn.HardTanh(x), -1, 1));
    }

    [Fact]
    public void Integers_keep_their_type_where_results_are_whole_and_become_float32_elsewhere()
    {
        NDArray x = new[] { -4, 0, 9 };
        foreach (Func<NDArray, NDArray> f in (Func<NDArray, NDArray>[])[Nn.Relu, Nn.Relu2, Nn.Relu6, y => Nn.HardShrink(y), y => Nn.Step(y)])
            Assert.Equal(DType.Int32, f(x).DType);
        foreach (Func<NDArray, NDArray> f in (Func<NDArray, NDArray>[])[Nn.Silu, Nn.Gelu, Nn.Softsign, y => Nn.Elu(y), y => Nn.Softmin(y), Nn.Hardswish, Nn.LogSigmoid])
            Assert.Equal(DType.Float32, f(x).DType);
        Assert.Equal(Nn.Softmin((NDArray)new float[] { 1, 2 }).ToArray<float>(), Nn.Softmin(Mx.AsType(new[] { 1, 2 }, DType.UInt8)).ToArray<float>());
    }

    [Fact]
    public void A_wrong_call_says_what_is_wrong()
    {
        NDArray x = Mx.Ones((2, 3));
        Refusal.Names(() => Nn.Glu(x), "Nn.Glu", "-1", "[2,3]");
        Refusal.Names(() => Nn.Glu(x, 2), "Nn.Glu", "2", "[2,3]");
        Refusal.Names(() => Nn.PRelu(x, Mx.Ones(2)), "Nn.PRelu", "alpha", "[2]", "[2,3]");
        Refusal.Names(() => Nn.Celu(x, 0), "Nn.Celu", "alpha");
        Refusal.Names(() => Nn.HardTanh(x, 1, -1), "Nn.HardTanh", "minVal", "maxVal");
        Refusal.Names(() => Nn.Softshrink(x, -1), "Nn.Softshrink", "lambd");
        Refusal.Names(() => Nn.Softmax(Mx.Ones([])), "Nn.Softmax", "-1");
        Refusal.Names(() => Nn.Gelu(Mx.Ones(2, DType.Complex64)), "Nn.Gelu", "complex64");
        foreach ((Func<NDArray, NDArray> f, _, _, _, _) in Table.Where(entry => entry.Key != "PRelu").Select(entry => entry.Value))
            Assert.ThrowsAny<ArgumentNullException>(() => f(null!));
    }

    private static float[] Slope(Func<NDArray, NDArray> f, params float[] x) => Mx.Grad(v => Mx.Sum(f(v)))(x).ToArray<float>();

    private static double[] Doubles(NDArray x) => Mx.AsType(x, DType.Float64).ToArray<double>();
}
