using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>What raises elsewhere where a derivative exists.</summary>
public class GapPeersTests
{
    private static readonly NDArray X = new[] { 3.0, 1.0, 2.0 };

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Functions = new()
    {
        ["take"] = x => Mx.Take(x, new[] { 2, 2, 0 }),
        ["take along the order of the values"] = x => Mx.TakeAlongAxis(x, Mx.ArgSort(-x), 0) * x,
        ["product"] = x => Mx.Prod(x) * x,
        ["running product"] = x => Mx.CumProd(x, 0),
        ["running maximum"] = x => Mx.Square(Mx.CumMax(x, 0)),
        ["running log of sums"] = x => Mx.LogCumSumExp(x, 0),
        ["diagonal"] = x => Mx.Diagonal(Mx.Outer(x, x)),
        ["trace"] = x => Mx.Trace(Mx.Outer(x, x)) * x,
        ["largest"] = x => Mx.Square(Mx.Max(x)) * x,
        ["smallest"] = x => Mx.Square(Mx.Min(x)) * x,
        ["checkpointed"] = x => Mx.Checkpoint((NDArray v) => Mx.Sin(v) * v)(x),
        ["reinterpreted as itself"] = x => Mx.View(x, DType.Float64) * x,
        ["scaled noise"] = x => Mx.Random.Normal(3, DType.Float64, x, x * x, Mx.Random.Key(1)),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void EveryNestingOfTheModesAgrees(string name)
    {
        Func<NDArray, NDArray> f = Functions[name];
        NDArray expected = Mx.JacFwd(Mx.JacFwd(f))(X);
        foreach (NDArray actual in new[] { Mx.JacFwd(Mx.JacRev(f))(X), Mx.JacRev(Mx.JacFwd(f))(X), Mx.JacRev(Mx.JacRev(f))(X) })
            Assert.True(Mx.AllClose(expected, actual, 1e-10, 1e-10).Item<bool>(), $"{actual} instead of {expected}");
        Mx.CheckGrads(v => [f(v[0])], [X], order: 2);
    }

    [Fact]
    public void AFunctionOfAKeyHasAZeroTangent()
    {
        NDArray key = Mx.Random.Key(7);
        NDArray[] dy = Mx.Jvp(v => [Mx.Random.Uniform(shape: 2, key: v[0])], [key], [null]).Tangents;
        Assert.Equal([0f, 0f], dy[0].ToArray<float>());
    }
}
