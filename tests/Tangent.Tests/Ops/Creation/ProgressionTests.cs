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
    public void ArangeOfLongAndUnsignedIntegersIsExact()
    {
        long far = (1L << 53) + 1;
        Assert.Equal([far, far + 1, far + 2], Mx.Arange(far, far + 3).ToArray<long>());
        Assert.Equal([long.MaxValue - 1], Mx.Arange(long.MaxValue - 1, long.MaxValue).ToArray<long>());
        Assert.Equal([long.MaxValue, long.MaxValue - 2], Mx.Arange(long.MaxValue, long.MaxValue - 4, -2L).ToArray<long>());
        Assert.Equal([long.MinValue, 0], Mx.Arange(long.MinValue, long.MaxValue, long.MaxValue)[..2].ToArray<long>().Select(value => value == -1 ? 0 : value));
        Assert.Equal([0L, 1, 2], Mx.Arange(3L).ToArray<long>());
        Assert.Equal([0L, 1, 2], Mx.Arange(3u).ToArray<long>());
        Assert.Equal([0L, 1, 2], Mx.Arange((nuint)3).ToArray<long>());
        Assert.Equal([0L, 1, 2], Mx.Arange((nint)3).ToArray<long>());
        Assert.Equal([ulong.MaxValue - 2, ulong.MaxValue - 1], Mx.Arange(ulong.MaxValue - 2, ulong.MaxValue).ToArray<ulong>());
        Assert.Equal([0f, 1, 2], Mx.Arange(3L, DType.Float32).ToArray<float>());
        Assert.Equal([5L, 3], Mx.Arange(5L, 1, -2).ToArray<long>());
        Assert.Empty(Mx.Arange(5L, 1).ToArray<long>());
        Refusal.Argument("Arange: from 0 to 9223372036854775807 by 1", () => Mx.Arange(long.MaxValue));
        Refusal.Argument("Arange: from 0 to 5 by 0", () => Mx.Arange(0L, 5L, 0L));
    }

    [Fact]
    public void ArangeTakesInfinitiesAsNumPyDoes()
    {
        double inf = double.PositiveInfinity;
        Assert.Equal([0f], Mx.Arange(0, 10, inf).ToArray<float>());
        Assert.Empty(Mx.Arange(0, 10, -inf).ToArray<float>());
        Assert.Equal([3f], Mx.Arange(3, -10, -inf).ToArray<float>());
        Assert.Empty(Mx.Arange(0, 0, inf).ToArray<float>());
        Refusal.Argument("Arange: from 0 to Infinity by 1", () => Mx.Arange(0, inf));
        Refusal.Argument("Arange: from 0 to -Infinity by 1", () => Mx.Arange(0, -inf));
        Refusal.Argument("Arange: from Infinity to 0 by -1", () => Mx.Arange(inf, 0, -1));
        Refusal.Argument("Arange: from 0 to Infinity by Infinity", () => Mx.Arange(0, inf, inf));
    }

    [Fact]
    public void LinspaceSpansAllNumbers()
    {
        double max = double.MaxValue;
        double[] numbers = Mx.Linspace(-max, max, 5, DType.Float64).ToArray<double>();
        Assert.Equal([-1, -0.5, 0, 0.5, 1], numbers.Select(number => number / max));
        Assert.Equal([1, 0.5, 0, -0.5], Mx.Linspace(max, -max, 4, endpoint: false, DType.Float64).ToArray<double>().Select(number => number / max));
        Assert.Equal([-float.MaxValue, 0, float.MaxValue], Mx.Linspace(-float.MaxValue, float.MaxValue, 3).ToArray<float>());
        Assert.Equal([-max, max], Mx.Linspace(-max, max, 2, DType.Float64).ToArray<double>());
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
