using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>Derivatives where the function is nearly flat or its argument nearly out of range: neither overflow nor cancellation where the true one is finite.</summary>
public sealed class FarDerivativesTests
{
    private static readonly Dictionary<string, (Func<NDArray, NDArray> Function, Func<double, double> Slope)> Functions = new()
    {
        ["arcsinh"] = (Mx.ArcSinh, x => Math.Abs(x) > 1e8 ? 1 / Math.Abs(x) : 1 / Math.Sqrt(1 + (x * x))),
        ["arctan"] = (Mx.ArcTan, x => Math.Abs(x) > 1e8 ? 1 / x / x : 1 / (1 + (x * x))),
        ["log10"] = (Mx.Log10, x => 1 / (x * Math.Log(10))),
        ["log2"] = (Mx.Log2, x => 1 / (x * Math.Log(2))),
        ["sigmoid"] = (Mx.Sigmoid, x => Math.Exp(-Math.Abs(x)) / Math.Pow(1 + Math.Exp(-Math.Abs(x)), 2)),
        ["tanh"] = (Mx.Tanh, x => 4 * Math.Exp(-2 * Math.Abs(x)) / Math.Pow(1 + Math.Exp(-2 * Math.Abs(x)), 2)),
        ["log-sigmoid"] = (x => -Mx.LogAddExp(0, -x), x => x < 0 ? 1 / (1 + Math.Exp(x)) : Math.Exp(-x) / (1 + Math.Exp(-x))),
        ["log of sigmoid"] = (x => Mx.Log(Mx.Sigmoid(x)), x => x < 0 ? 1 / (1 + Math.Exp(x)) : Math.Exp(-x) / (1 + Math.Exp(-x))),
    };

    private static NDArray Slope(Func<NDArray, NDArray> f, NDArray x) => Mx.Grad(v => Mx.Sum(f(v)))(x);

    private static double Value(NDArray x) => Mx.AsType(x, DType.Float64).Item<double>();

    [Theory]
    [InlineData("arcsinh", DType.Float32, 1e22)]
    [InlineData("arcsinh", DType.Float32, -3e38)]
    [InlineData("arcsinh", DType.Float64, 1e200)]
    [InlineData("arcsinh", DType.Float16, 60000)]
    [InlineData("arcsinh", DType.Float32, 0.5)]
    [InlineData("arctan", DType.Float16, 300)]
    [InlineData("arctan", DType.Float16, -1000)]
    [InlineData("arctan", DType.Float32, 1e19)]
    [InlineData("arctan", DType.Float64, 1e150)]
    [InlineData("arctan", DType.Float32, 1)]
    [InlineData("log10", DType.Float16, 60000)]
    [InlineData("log10", DType.Float32, 3e38)]
    [InlineData("log2", DType.Float16, 60000)]
    [InlineData("sigmoid", DType.Float32, 40)]
    [InlineData("sigmoid", DType.Float32, -40)]
    [InlineData("sigmoid", DType.Float64, 700)]
    [InlineData("sigmoid", DType.Float16, 9)]
    [InlineData("tanh", DType.Float64, 20)]
    [InlineData("tanh", DType.Float64, -300)]
    [InlineData("tanh", DType.Float32, 0.7)]
    [InlineData("tanh", DType.Float16, 4)]
    [InlineData("tanh", DType.BFloat16, -3)]
    [InlineData("tanh", DType.Float64, 0.3)]
    [InlineData("log-sigmoid", DType.Float32, 40)]
    [InlineData("log-sigmoid", DType.Float32, -200)]
    [InlineData("log-sigmoid", DType.Float64, 600)]
    [InlineData("log of sigmoid", DType.Float32, 40)]
    [InlineData("log of sigmoid", DType.Float64, -40)]
    public void TheSlopeIsRightToTheLastDigits(string name, DType dtype, double place)
    {
        (Func<NDArray, NDArray> function, Func<double, double> slope) = Functions[name];
        NDArray x = Mx.AsType(place, dtype);
        double expected = slope(Value(x)), smallest = new FInfo(dtype).Tiny * new FInfo(dtype).Eps;
        double tolerance = (8 * new FInfo(dtype).Eps * expected) + smallest;
        Assert.Equal(expected, Value(Slope(function, x)), tolerance);
        Assert.Equal(expected, Value(Mx.Jvp(function, x, Mx.OnesLike(x)).Tangents), tolerance);
    }

    // Differences of the slope, as far out as they say something.
    [Theory]
    [InlineData("arcsinh")]
    [InlineData("arctan")]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    public void TheDerivativesOfTheSlopeAreItsSlopes(string name)
    {
        Func<NDArray, NDArray> f = Functions[name].Function;
        foreach (double place in new[] { 0, 0.5, -1, 1, 2, -7 })
        {
            NDArray x = Mx.AsType(place, DType.Float64);
            const double h = 1e-5;
            Func<NDArray, NDArray> first = v => Slope(f, v), second = v => Slope(first, v), third = v => Slope(second, v);
            Assert.Equal((Value(first(x + h)) - Value(first(x - h))) / (2 * h), Value(second(x)), 1e-8);
            Assert.Equal((Value(second(x + h)) - Value(second(x - h))) / (2 * h), Value(third(x)), 1e-8);
        }
        foreach (double place in new[] { 100.0, -1e4, 1e30 })
            Assert.True(double.IsFinite(Value(Slope(v => Slope(f, v), Mx.AsType(place, DType.Float32)))));
    }

    [Theory]
    [InlineData(DType.Float32, 1e20, 2e20)]
    [InlineData(DType.Float32, 1e-20, 1e-20)]
    [InlineData(DType.Float32, -3e-20, 1e-30)]
    [InlineData(DType.Float32, 1, 1e20)]
    [InlineData(DType.Float64, 1e200, -1e200)]
    [InlineData(DType.Float64, 1e-200, 1e-180)]
    [InlineData(DType.Float16, 300, 400)]
    [InlineData(DType.Float16, 0.01, 0.02)]
    public void TheSlopesOfTheAngleNeitherOverflowNorUnderflow(DType dtype, double first, double second)
    {
        NDArray x = Mx.AsType(first, dtype), y = Mx.AsType(second, dtype);
        double a = Value(x), b = Value(y), radius = double.Hypot(a, b);
        NDArray[] slopes = Mx.Vjp(v => [Mx.ArcTan2(v[0], v[1])], [x, y], [Mx.OnesLike(x)]).Cotangents!;
        double tolerance = 8 * new FInfo(dtype).Eps, smallest = new FInfo(dtype).Tiny * new FInfo(dtype).Eps;
        Assert.Equal(b / radius / radius, Value(slopes[0]), (tolerance / radius) + smallest);
        Assert.Equal(-a / radius / radius, Value(slopes[1]), (tolerance / radius) + smallest);
    }

    [Theory]
    [InlineData(DType.Float32, 40)]
    [InlineData(DType.Float32, 17)]
    [InlineData(DType.Float32, 3)]
    [InlineData(DType.Float64, 300)]
    [InlineData(DType.Float64, 37)]
    public void TheSlopesOfASoftmaxKeepTheirDigitsInTheTails(DType dtype, double distance)
    {
        NDArray x = Mx.AsType(new[] { distance, 0, 0.5 }, dtype), dx = Mx.AsType(new[] { 1, 0, 0.25 }, dtype);
        double[] weights = [1, Math.Exp(-distance), Math.Exp(0.5 - distance)], d = [1, 0, 0.25];
        double[] y = [.. weights.Select(weight => weight / weights.Sum())];
        double[] expected = [.. y.Select((value, i) => value * Enumerable.Range(0, 3).Sum(k => y[k] * (d[i] - d[k])))];
        double[] forward = Mx.AsType(Mx.Jvp(v => Mx.Softmax(v, -1), x, dx).Tangents, DType.Float64).ToArray<double>();
        double[] reverse = Mx.AsType(Mx.Vjp(v => Mx.Softmax(v, -1), x, dx).Cotangents, DType.Float64).ToArray<double>();
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(expected[i], forward[i], 40 * new FInfo(dtype).Eps * Math.Abs(expected[i]));
            Assert.Equal(expected[i], reverse[i], 40 * new FInfo(dtype).Eps * Math.Abs(expected[i]));
        }
    }

    [Fact]
    public void AnInfinityTakesTheWholeSlopeOfASumOfExponentials()
    {
        NDArray x = new[] { double.PositiveInfinity, 1 };
        Assert.Equal(double.PositiveInfinity, Mx.LogSumExp(x).Item<double>());
        Assert.Equal([1.0, 0], Mx.Grad(v => Mx.LogSumExp(v))(x).ToArray<double>());
        Assert.Equal(3.0, Mx.Jvp(v => Mx.LogSumExp(v), x, new[] { 3.0, 5 }).Tangents.Item<double>());
        Assert.Equal([0.0, 0], Mx.Grad(v => Mx.LogSumExp(v))(new[] { double.NegativeInfinity, double.NegativeInfinity }).ToArray<double>());
    }

    [Fact]
    public void ThePowersOfZeroHaveNoSlopeInTheExponent()
    {
        NDArray x = new[] { 0.0, 0, 0, 2 }, y = new[] { 2.0, 0, -1, 3 };
        double[] slopes = Mx.Vjp(v => [Mx.Power(x, v[0])], [y], [Mx.OnesLike(y)]).Cotangents[0]!.ToArray<double>();
        Assert.Equal([0.0, 0, 0], slopes[..3]);
        Assert.Equal(8 * Math.Log(2), slopes[3], 1e-14);
        Assert.Equal(slopes, Mx.Jvp(v => Mx.Power(x, v), y, Mx.OnesLike(y)).Tangents.ToArray<double>());
        Assert.Equal([0.0, 0, double.NegativeInfinity, 12], Mx.Vjp(v => [Mx.Power(v[0], y)], [x], [Mx.OnesLike(y)]).Cotangents[0]!.ToArray<double>());
    }

    [Fact]
    public void TheSignOfAnInfinityIsItsDirection()
    {
        float inf = float.PositiveInfinity;
        NDArray x = Mx.Array(new Complex64[] { new(inf, 0), new(-inf, 3), new(2, -inf), new(inf, inf), new(0, 0) });
        float half = MathF.Sqrt(0.5f);
        Assert.Equal([new(1, 0), new(-1, 0), new(0, -1), new(half, half), default], Mx.Sign(x).ToArray<Complex64>());
        Assert.Equal([inf, inf, inf, inf, 0f], Mx.Abs(x).ToArray<float>());
        Assert.Equal([inf, inf], Mx.Abs(Mx.Array(new Complex64[] { new(inf, float.NaN), new(float.NaN, -inf) })).ToArray<float>());
        Assert.Equal(inf, Mx.Abs(Mx.Array(new Complex64[] { new(inf, 0) })).ToArray<float>()[0]);
        Assert.Equal(1f, Mx.Jvp(v => Mx.Abs(v), x[..1], Mx.Array(new Complex64[] { new(1, 0) })).Tangents.ToArray<float>()[0]);
    }
}
