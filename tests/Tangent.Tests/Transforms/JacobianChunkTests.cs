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

    // No form forgets to hand it on.
    [Fact]
    public void AChunkOfNothingIsRefusedInEveryForm()
    {
        (NDArray, NDArray) pair = (Point, Point);
        Func<NDArray, NDArray> one = Functions["softmax"], scalar = Functions["to a scalar"];
        Func<NDArray, NDArray, NDArray> two = (a, b) => a * b;
        Func<NDArray[], NDArray[]> list = v => [v[0] * 2];
        Func<(NDArray, NDArray), NDArray> tree = p => p.Item1 * p.Item2;
        Func<(NDArray, NDArray), NDArray, NDArray> data = (p, d) => p.Item1 * d;
        Func<NDArray, (NDArray, NDArray)> to = v => (v, v);
        Func<(NDArray, NDArray), (NDArray, NDArray)> all = p => p;
        Refuses("JacFwd",
            () => Mx.JacFwd(one, 0)(Point), () => Mx.JacFwd(two, 0, 0)(Point, Point), () => Mx.JacFwd(list, [0], 0)([Point]), () => Mx.JacFwd(tree, 0)(pair),
            () => Mx.JacFwd(data, 0)(pair, Point), () => Mx.JacFwd(((NDArray, NDArray) p, NDArray d, NDArray e) => p.Item1 * d * e, 0)(pair, Point, Point), () => Mx.JacFwd(to, 0)(Point), () => Mx.JacFwd(all, 0)(pair));
        Refuses("JacRev",
            () => Mx.JacRev(one, -1)(Point), () => Mx.JacRev(two, 0, 0)(Point, Point), () => Mx.JacRev(list, [0], 0)([Point]), () => Mx.JacRev(tree, 0)(pair),
            () => Mx.JacRev(data, 0)(pair, Point), () => Mx.JacRev(to, 0)(Point), () => Mx.JacRev(all, 0)(pair));
        Refuses("Hessian",
            () => Mx.Hessian(scalar, 0)(Point), () => Mx.Hessian((a, b) => Mx.Sum(two(a, b)), 0, 0)(Point, Point), () => Mx.Hessian(v => [scalar(v[0])], [0], 0)([Point]),
            () => Mx.Hessian(((NDArray, NDArray) p) => Mx.Sum(tree(p)), 0)(pair), () => Mx.Hessian(((NDArray, NDArray) p, NDArray d) => Mx.Sum(data(p, d)), 0)(pair, Point));
    }

    private static void Refuses(string name, params Func<object>[] calls)
    {
        foreach (Func<object> call in calls)
            Assert.Contains($"{name}: chunkSize must be positive", Assert.Throws<ArgumentOutOfRangeException>("chunkSize", call).Message, StringComparison.Ordinal);
    }
}
