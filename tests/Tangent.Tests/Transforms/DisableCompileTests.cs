using Tangent.Tests.Memory;
using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>Whether compiled functions use their plans is said for the whole process, so no other test runs meanwhile.</summary>
[Collection("memory limit")]
public class DisableCompileTests
{
    private static readonly NDArray X = new[] { 1.0, 2 };

    private int runs;

    [Fact]
    public void AFunctionOfArraysRunsAsAnOrdinaryOne()
    {
        Func<NDArray[], NDArray[]> f = Mx.Compile((NDArray[] x) => [Counted(x[0])]);
        Check(() => f([X])[0]);
    }

    [Fact]
    public void AFunctionOfATreeRunsAsAnOrdinaryOne()
    {
        Func<(NDArray, int), NDArray> f = Mx.Compile(((NDArray X, int Factor) p) => Counted(p.X) * p.Factor);
        Check(() => f((X, 1)));
    }

    [Fact]
    public void AFunctionOfAnArrayRunsAsAnOrdinaryOne()
    {
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) => Counted(x));
        Check(() => f(X));
    }

    [Fact]
    public void ValuesCanBeReadThen()
    {
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) => x * (x[0].Item<double>() > 0 ? 2.0 : 3.0));
        Disabled(() => Assert.Equal([2.0, 4], f(X).ToArray<double>()));
        Assert.ThrowsAny<InvalidOperationException>(() => f(X));
    }

    private NDArray Counted(NDArray x)
    {
        runs++;
        return x * 2;
    }

    // A plan that was made before is not used, nor forgotten.
    private void Check(Func<NDArray> call)
    {
        Assert.Equal([2.0, 4], call().ToArray<double>());
        Assert.Equal(1, runs);
        Disabled(() =>
        {
            Assert.Equal([2.0, 4], call().ToArray<double>());
            Assert.Equal([2.0, 4], call().ToArray<double>());
            Assert.Equal(3, runs);
        });
        Assert.Equal([2.0, 4], call().ToArray<double>());
        Assert.Equal(3, runs);
    }

    private static void Disabled(Action work)
    {
        Mx.DisableCompile();
        try
        {
            work();
        }
        finally
        {
            Mx.EnableCompile();
        }
    }
}
