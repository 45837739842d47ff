using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>Values that are read while transforms are in progress, at every level: the derivative stays whole.</summary>
public class EvaluationPeersTests
{
    private static NDArray Point(double value) => Mx.AsType(value, DType.Float64);

    private static NDArray Forward(Func<NDArray, NDArray> f, NDArray x) => Mx.Jvp(f, x, Mx.OnesLike(x)).Tangents;

    private static NDArray Reverse(Func<NDArray, NDArray> f, NDArray x) => Mx.Grad(f)(x);

    private static readonly Func<Func<NDArray, NDArray>, NDArray, NDArray>[] Modes = [Forward, Reverse];

    private static readonly Dictionary<string, Action<NDArray>> Readers = new()
    {
        ["Item"] = x => Assert.False(double.IsNaN(x.Item<double>())),
        ["ToArray"] = x => Assert.Single(x.ToArray<double>()),
        ["ToString"] = x => Assert.Contains("float64", x.ToString(), StringComparison.Ordinal),
        ["Eval"] = x => Mx.Eval(x),
        ["Eval of what hangs on it"] = x => Mx.Eval(x * 2.0, x + 1.0),
        ["another thread"] = x => Task.Run(() => x.Item<double>()).GetAwaiter().GetResult(),
    };

    public static TheoryData<int, int, int, string> Levels => new(
        from modes in Enumerable.Range(0, 8)
        from reader in Readers.Keys
        select (modes & 1, (modes >> 1) & 1, modes >> 2, reader));

    [Theory, MemberData(nameof(Levels))]
    public void ReadingAtThreeLevels(int outer, int middle, int inner, string reader)
    {
        Action<NDArray> read = Readers[reader];
        NDArray result = Modes[outer](
            x =>
            {
                NDArray y = x * x;
                read(y);
                NDArray g = Modes[middle](
                    z =>
                    {
                        NDArray w = z * y;
                        read(w);
                        NDArray h = Modes[inner](
                            u =>
                            {
                                NDArray v = u * u * w * x;
                                read(v);
                                read(y);
                                return v;
                            },
                            z);
                        read(h);
                        return h;
                    },
                    Point(1));
                read(g);
                return g * x;
            },
            Point(2));
        Assert.Equal(128.0, result.Item<double>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ReadingLargeValuesKeepsTheirGraph(int mode)
    {
        NDArray x = Mx.Ones(100_000, DType.Float64) * 2.0;
        Func<NDArray, NDArray> f = v =>
        {
            NDArray square = v * v;
            Assert.Equal(4.0, square[5].Item<double>());
            NDArray cube = square * v;
            Mx.Eval(cube);
            return cube * square;
        };
        NDArray slope = mode == 0 ? Forward(f, x) : Mx.Grad(v => Mx.Sum(f(v)))(x);
        Assert.All(slope.ToArray<double>(), value => Assert.Equal(80.0, value));
    }

    [Fact]
    public void ReadingAfterAnInnerTransformEndedKeepsTheOuterGraph()
    {
        Func<NDArray, NDArray> f = x =>
        {
            NDArray inner = Reverse(z => z * z * x, x);
            NDArray mapped = Mx.Vmap(v => [v[0] * inner])([new[] { 1.0, 2.0 }])[0];
            Mx.Eval(inner, mapped);
            return Mx.Sum(mapped) * inner;
        };
        Assert.Equal(12.0 * 4 * 8, Forward(f, Point(2)).Item<double>());
        Assert.Equal(12.0 * 4 * 8, Reverse(f, Point(2)).Item<double>());
        Assert.Equal(12.0 * 3 * 16, Reverse(Mx.Grad(f), Point(2)).Item<double>());
    }

    [Fact]
    public void AnArrayReadInsideStaysUsableOutside()
    {
        NDArray? kept = null;
        NDArray slope = Reverse(x => { kept = x * x; Mx.Eval(kept); return kept * x; }, Point(3));
        Assert.Equal(9.0, kept!.Item<double>());
        Assert.Equal(27.0, slope.Item<double>());
        Assert.Equal(18.0, (kept * 2.0).Item<double>());
        Assert.Equal(0.0, Reverse(x => kept * 1.0, Point(1)).Item<double>());
    }

    [Fact]
    public void PerturbationsOfTheSamePointAreKeptApart()
    {
        foreach (Func<Func<NDArray, NDArray>, NDArray, NDArray> outer in Modes)
            foreach (Func<Func<NDArray, NDArray>, NDArray, NDArray> inner in Modes)
            {
                Assert.Equal(1.0, outer(x => x * inner(y => x + y, Point(1)), Point(1)).Item<double>());
                Assert.Equal(2.0, outer(x => x * inner(y => x * y, x), Point(1)).Item<double>());
                Assert.Equal(1.0, outer(x => inner(y => x * y, Point(5)), Point(1)).Item<double>());
                Assert.Equal(0.0, outer(x => inner(y => y * y, Point(5)), Point(1)).Item<double>());
                Assert.Equal(0.0, outer(x => inner(_ => x * x, Point(5)), Point(1)).Item<double>());
            }
    }
}
