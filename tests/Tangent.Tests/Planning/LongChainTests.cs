using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Graphs of many thousand dependent operations that are planned as a whole.</summary>
public class LongChainTests
{
    private const int Length = 20_000;

    // One array of this size suffices for a graph to be planned and not evaluated node by node.
    private static readonly NDArray Large = Mx.Ones((2_100, 1), DType.Float64);

    [Fact]
    public void AChainOfSmallArraysIsPlanned()
    {
        NDArray x = Mx.Array([0.0, 1]);
        Assert.Equal([Length, Length + 1], ((Chain(x, Length) * Large)[7]).ToArray<double>());
        Assert.Equal([1.0, 1], Mx.Jvp(v => Chain(v, Length) * Large, x, Mx.Ones(2, DType.Float64)).Tangents[7].ToArray<double>());
        Assert.Equal([2_100.0, 2_100], Mx.Grad(v => Mx.Sum(Chain(v, Length) * Large))(x).ToArray<double>());
        Assert.Equal([Length, Length + 1], (Mx.Vmap(v => [Chain(v[0], Length)])([x])[0] * Large)[7].ToArray<double>());
    }

    [Fact]
    public void AChainOfSmallArraysIsCompiled()
    {
        NDArray x = Mx.Array([0.0, 1]);
        Assert.Equal([Length, Length + 1], Mx.Compile(v => Chain(v, Length))(x).ToArray<double>());
        Assert.Equal([1.0, 1], Mx.Compile(Mx.Grad(v => Mx.Sum(Chain(v, Length))))(x).ToArray<double>());
    }

    [Fact]
    public void AChainOfLargeArraysIsPlannedAndCompiled()
    {
        const int steps = 4_000;
        NDArray x = Mx.Zeros(5_000, DType.Float64).Eval();
        Assert.Equal(steps, Mx.Max(Chain(x, steps)).Item<double>());
        Assert.Equal(steps, Mx.Min(Mx.Compile(v => Chain(v, steps))(x)).Item<double>());
        Assert.Equal(1, Mx.Max(Mx.Grad(v => Mx.Sum(Chain(v, steps)))(x)).Item<double>());
        Assert.Equal(1, Mx.Min(Mx.Jvp(v => Chain(v, steps), x, Mx.Ones(5_000, DType.Float64)).Tangents).Item<double>());
    }

    private static NDArray Chain(NDArray x, int length)
    {
        for (int i = 0; i < length; i++)
            x = x + 1.0;
        return x;
    }
}
