using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>Jacobians in chunks are the same Jacobians.</summary>
public class JacobianChunkTests
{
    private static readonly NDArray Point = Mx.Reshape(Mx.Sin(Mx.Arange(1.0, 7, 1, DType.Float64)), (3, 2));

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Functions = new()
    {
        ["elementwise"] = x => Mx.Exp(x) * Mx.Sin(x),
        ["softmax"] = x => Mx.Softmax(x, -1),
        ["to a scalar"] = x => Mx.Sum(x * x * x),
        ["to a matrix"] = x => Mx.Outer(Mx.Flatten(x), Mx.Tanh(Mx.Flatten(x))),
        ["independent of the argument"] = x => Point * 1.0,
        ["to nothing"] = x => x[..0],
        ["of nothing"] = x => Mx.Sum(x[..0]) + Mx.Zeros(2, DType.Float64),
    };

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (string name in Functions.Keys)
                foreach (int chunk in (int[])[1, 2, 4, 5, 6, 100])
                    cases.Add(name, chunk);
            return cases;
        }
    }

    private static void Same(NDArray expected, NDArray actual)
    {
        Assert.Equal(expected.Spec, actual.Spec);
        Assert.True(Mx.AllClose(expected, actual, 1e-14, 1e-14).Item<bool>());
    }

    [Theory, MemberData(nameof(Cases))]
    public void OfOneArray(string name, int chunk)
    {
        Func<NDArray, NDArray> f = Functions[name];
        Same(Mx.JacFwd(f)(Point), Mx.JacFwd(f, chunkSize: chunk)(Point));
        Same(Mx.JacRev(f)(Point), Mx.JacRev(f, chunkSize: chunk)(Point));
        Same(Mx.JacFwd(Mx.JacRev(f))(Point), Mx.JacFwd(Mx.JacRev(f, chunkSize: chunk), chunkSize: chunk)(Point));
        NDArray batch = Mx.Stack([Point, 2 * Point]);
        Same(Mx.Vmap(Mx.JacFwd(f))(batch), Mx.Vmap(Mx.JacFwd(f, chunkSize: chunk))(batch));
        Same(Mx.JacRev(f)(Point), Mx.Compile(Mx.JacRev(f, chunkSize: chunk))(Point));
        Func<NDArray, NDArray> squares = x => Mx.Sum(Mx.Square(f(x)));
        Same(Mx.Hessian(squares)(Point), Mx.Hessian(squares, chunkSize: chunk)(Point));
        Same(Mx.Vmap(Mx.Hessian(squares))(batch), Mx.Vmap(Mx.Hessian(squares, chunkSize: chunk))(batch));
    }

    [Fact]
    public void InEveryForm()
    {
        NDArray x = Point[0], y = Point[1];
        Same(Mx.JacFwd((a, b) => Mx.Outer(a, b), 1)(x, y), Mx.JacFwd((a, b) => Mx.Outer(a, b), 1, chunkSize: 1)(x, y));
        Same(Mx.JacRev((a, b) => Mx.Outer(a, b), 1)(x, y), Mx.JacRev((a, b) => Mx.Outer(a, b), 1, chunkSize: 3)(x, y));
        Func<NDArray[], NDArray[]> many = v => [v[0] * v[1], Mx.Sum(v[0])];
        Same(Mx.JacFwd(many, 0, 1)([x, y])[0][1], Mx.JacFwd(many, [0, 1], chunkSize: 1)([x, y])[0][1]);
        Same(Mx.JacRev(many, 0, 1)([x, y])[1][0], Mx.JacRev(many, [0, 1], chunkSize: 1)([x, y])[1][0]);
        Same(Mx.JacFwd(((NDArray, NDArray) p) => p.Item1 * p.Item2)((x, y)).Item2, Mx.JacFwd(((NDArray, NDArray) p) => p.Item1 * p.Item2, chunkSize: 1)((x, y)).Item2);
        Same(
            Mx.JacRev((NDArray v) => new Dictionary<string, NDArray> { ["a"] = v * v })(x)["a"],
            Mx.JacRev((NDArray v) => new Dictionary<string, NDArray> { ["a"] = v * v }, chunkSize: 1)(x)["a"]);
        Same(
            Mx.JacFwd(((NDArray, NDArray) p) => (p.Item1 * p.Item2, p.Item1))((x, y))["0"].Item2,
            Mx.JacFwd(((NDArray, NDArray) p) => (p.Item1 * p.Item2, p.Item1), chunkSize: 1)((x, y))["0"].Item2);
    }

    [Fact]
    public void HessiansInEveryForm()
    {
        NDArray x = Point[0], y = Point[1];
        Func<NDArray, NDArray, NDArray> two = (a, b) => Mx.Sum(Mx.Exp(a * b) * a);
        Same(Mx.Hessian(two, 1)(x, y), Mx.Hessian(two, 1, chunkSize: 1)(x, y));
        NDArray[][] some = Mx.Hessian(v => [two(v[0], v[1])], [0, 1], chunkSize: 1)([x, y]), all = Mx.Hessian(v => [two(v[0], v[1])], 0, 1)([x, y]);
        Same(all[0][1], some[0][1]);
        Same(all[1][1], some[1][1]);
        Same(
            Mx.Hessian(((NDArray, NDArray) p) => two(p.Item1, p.Item2))((x, y))["0"].Item2,
            Mx.Hessian(((NDArray, NDArray) p) => two(p.Item1, p.Item2), chunkSize: 1)((x, y))["0"].Item2);
        Func<(NDArray, NDArray), NDArray, NDArray> data = (p, d) => two(p.Item1, p.Item2 * d);
        Same(Mx.Hessian(data)((x, y), y)["1"].Item1, Mx.Hessian(data, chunkSize: 1)((x, y), y)["1"].Item1);
    }

    [Fact]
    public void AChunkOfNothingIsRefused()
    {
        Assert.Contains("JacFwd: chunkSize must be positive", Assert.Throws<ArgumentOutOfRangeException>(() => Mx.JacFwd(Functions["softmax"], 0)(Point)).Message, StringComparison.Ordinal);
        Assert.Contains("JacRev: chunkSize must be positive", Assert.Throws<ArgumentOutOfRangeException>(() => Mx.JacRev(Functions["softmax"], -1)(Point)).Message, StringComparison.Ordinal);
        Assert.Contains("Hessian: chunkSize must be positive", Assert.Throws<ArgumentOutOfRangeException>(() => Mx.Hessian(Functions["to a scalar"], 0)(Point)).Message, StringComparison.Ordinal);
    }
}
