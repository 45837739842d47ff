using Xunit;

namespace Tangent.Tests.Primitives.Reductions;

public class ExtremeFoldTests
{
    private static NDArray X => Mx.Array(new[,] { { 3.0, -1, 3 }, { 2, 5, 4 } });

    [Fact]
    public void Values()
    {
        Assert.Equal([3.0, 5], Mx.Max(X, 1).ToArray<double>());
        Assert.Equal([2.0, -1, 3], Mx.Min(X, 0).ToArray<double>());
        Assert.Equal(5.0, Mx.Max(X).Item<double>());
        Assert.Equal((1, 1), Mx.Min(X, keepdims: true).Shape);
        Assert.Equal([double.NaN, 1], Mx.Max(Mx.Array(new[,] { { double.NaN, 1 }, { 0, 1 } }), 0).ToArray<double>());
    }

    [Fact]
    public void NothingHasNoExtreme()
    {
        Assert.Throws<ArgumentException>(() => Mx.Max(Mx.Zeros((2, 0)), 1));
        Assert.Throws<ArgumentException>(() => Mx.Min(Mx.Zeros(0)));
        Assert.Empty(Mx.Max(Mx.Zeros((2, 0)), 0).ToArray<float>());
    }

    public static TheoryData<string> Extremes => ["Max", "Min", "CumMax", "CumMin"];

    private static Func<NDArray, NDArray> Extreme(string name) => name switch
    {
        "Max" => x => Mx.Max(x),
        "Min" => x => Mx.Min(x),
        "CumMax" => x => Mx.CumMax(x, 0)[-1],
        _ => x => Mx.CumMin(x, 0)[-1],
    };

    // More ties than a 16-bit type can count, or add up.
    [Theory]
    [MemberData(nameof(Extremes))]
    public void AnyNumberOfTiesIsCounted(string name)
    {
        const int count = 70_000;
        Func<NDArray, NDArray> f = Extreme(name);
        foreach (DType dtype in new[] { DType.Float16, DType.BFloat16, DType.Float32 })
        {
            NDArray x = Mx.Ones(count, dtype);
            Assert.Equal(1f, Mx.AsType(Mx.Jvp(f, x, Mx.OnesLike(x)).Tangents, DType.Float32).Item<float>(), 1e-3f);
            float[] gradient = Mx.AsType(Mx.Grad(f)(x), DType.Float32).ToArray<float>();
            Assert.All(gradient, share => Assert.Equal(1f / count, share, dtype == DType.Float32 ? 1e-11f : 6e-8f));
        }
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void BehindANaNBothModesGiveNaN(string name)
    {
        Func<NDArray, NDArray> f = Extreme(name);
        NDArray x = new[] { 1, double.NaN, 2, 0 };
        Assert.True(double.IsNaN(f(x).Item<double>()));
        Assert.True(double.IsNaN(Mx.Jvp(f, x, new[] { 1.0, 1, 1, 1 }).Tangents.Item<double>()));
        Assert.True(double.IsNaN(Mx.Jvp(f, x, new[] { 0.0, 0, 1, 0 }).Tangents.Item<double>()));
        double[] gradient = Mx.Grad(f)(x).ToArray<double>();
        Assert.All(gradient[1..], slope => Assert.True(double.IsNaN(slope)));
    }

    [Fact]
    public void BeforeANaNTheCumulativeExtremesHaveTheirSlopes()
    {
        NDArray x = new[] { 1, 3, double.NaN, 2 };
        Assert.Equal([5.0, 7, double.NaN, double.NaN], Mx.Jvp(v => Mx.CumMax(v, 0), x, new[] { 5.0, 7, 9, 11 }).Tangents.ToArray<double>());
    }

    [Fact]
    public void TheRowsOfOthersDoNotSeeANaN()
    {
        NDArray x = Mx.Array(new[,] { { 1.0, double.NaN }, { 4, 3 } });
        Assert.Equal([double.NaN, double.NaN, 1, 0], Mx.Grad(v => Mx.Sum(Mx.Max(v, 1)))(x).ToArray<double>());
        Assert.Equal([double.NaN, 1], Mx.Jvp(v => Mx.Max(v, 1), x, Mx.OnesLike(x)).Tangents.ToArray<double>());
    }

    [Fact]
    public void TiesShareTheTangentEvenlyInBothModes()
    {
        NDArray ones = new[] { 1.0, 1 };
        Assert.Equal(2.0, Mx.Jvp(v => [Mx.Max(v[0])], [ones], [new[] { 1.0, 3 }]).Tangents[0].Item<double>());
        Assert.Equal([0.5, 0.5], Mx.Vjp(v => [Mx.Max(v[0])], [ones], [Mx.Array(1.0, DType.Float64)]).Cotangents[0].ToArray<double>());
        Assert.Equal([0.5, 0, 0.5], Mx.Vjp(v => [Mx.Max(v[0], 1)], [X], [new[] { 1.0, 0 }]).Cotangents[0].ToArray<double>()[..3]);
    }
}
