using Xunit;

namespace Tangent.Tests.Ops.Creation;

public class ProgressionTests
{
    [Fact]
    public void ArangeCountsInEqualSteps()
    {
        Assert.Equal([0, 1, 2], Mx.Arange(3).ToArray<int>());
        Assert.Equal([5, 3, 1, -1, -3], Mx.Arange(5, -4, -2).ToArray<int>());
        Assert.Equal([0f, 0.5f, 1, 1.5f], Mx.Arange(0, 2, 0.5).ToArray<float>());
        Assert.Equal([0.0, 1, 2], Mx.Arange(2.5, DType.Float64).ToArray<double>());
        Assert.Empty(Mx.Arange(5, 2).ToArray<int>());
    }

    [Fact]
    public void ArangeRefusesWhatHasNoEnd()
    {
        Assert.Throws<ArgumentException>(() => Mx.Arange(0, 5, 0));
        Assert.Throws<ArgumentException>(() => Mx.Arange(0, double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => Mx.Arange(double.NaN));
        Assert.Throws<ArgumentException>(() => Mx.Arange(0, 1, 1e-12));
    }

    [Fact]
    public void LinspaceEndsExactly()
    {
        Assert.Equal([0.0, 0.25, 0.5, 0.75, 1], Mx.Linspace(0, 1, 5, DType.Float64).ToArray<double>());
        Assert.Equal([0f, 0.25f, 0.5f, 0.75f], Mx.Linspace(0, 1, 4, endpoint: false).ToArray<float>());
        Assert.Equal([0, 2, 5, 7, 10], Mx.Linspace(0, 10, 5, DType.Int32).ToArray<int>());
        Assert.Equal([2f], Mx.Linspace(2, 3, 1).ToArray<float>());
        Assert.Empty(Mx.Linspace(2, 3, 0).ToArray<float>());
        Assert.Equal(0.7, Mx.Linspace(0.1, 0.7, 4, DType.Float64).ToArray<double>()[^1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.Linspace(0, 1, -1));
    }

    [Fact]
    public void EyeHasOnesOnADiagonal()
    {
        Assert.Equal([0f, 1, 0, 0, 0, 1], Mx.Eye(2, 3, 1).ToArray<float>());
        Assert.Equal([0, 0, 1, 0, 0, 1], Mx.Eye(3, 2, -1, DType.Int32).ToArray<int>());
        Assert.Equal([true, false, false, true], Mx.Identity(2, DType.Bool).ToArray<bool>());
        Assert.Equal([0f, 0, 0, 0], Mx.Eye(2, k: int.MinValue).ToArray<float>());
        Assert.Equal([0f, 0, 0, 0], Mx.Eye(2, k: int.MaxValue).ToArray<float>());
        Assert.Equal((0, 3), Mx.Eye(0, 3).Shape);
        Assert.Throws<ArgumentException>(() => Mx.Eye(-1));
        Assert.Throws<ArgumentException>(() => Mx.Eye(100_000));
    }

    [Fact]
    public void MeshGridSpansAGrid()
    {
        NDArray x = new[] { 1, 2, 3 };
        NDArray y = new[] { 4, 5 };
        Assert.Equal([1, 2, 3, 1, 2, 3], Mx.MeshGrid([x, y])[0].ToArray<int>());
        Assert.Equal([4, 4, 4, 5, 5, 5], Mx.MeshGrid([x, y])[1].ToArray<int>());
        Assert.Equal([1, 1, 2, 2, 3, 3], Mx.MeshGrid([x, y], indexing: GridIndexing.IJ)[0].ToArray<int>());
        Assert.Equal((1, 3), Mx.MeshGrid([x, y], sparse: true)[0].Shape);
        Assert.Throws<ArgumentException>(() => Mx.MeshGrid([Mx.Ones((2, 2))]));
    }
}
