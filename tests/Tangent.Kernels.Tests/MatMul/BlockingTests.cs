using Xunit;

namespace Tangent.Kernels.Tests;

public class BlockingTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2048, 2048, 2048)]
    [InlineData(777, 385, 10000)]
    [InlineData(int.MaxValue, 1, 1)]
    [InlineData(1, int.MaxValue, 1)]
    [InlineData(1, 1, int.MaxValue)]
    public void BlocksArePositiveBoundedAndInSteps(int rows, int depth, int columns)
    {
        Blocking blocking = Blocking.For(rows, depth, columns, sizeof(float), 2, 32);
        Assert.InRange(blocking.Depth, 2, 512);
        Assert.Equal(0, blocking.Depth % 2);
        Assert.InRange(blocking.Rows, 1, rows);
        Assert.InRange(blocking.Columns, 32, int.MaxValue);
        Assert.Equal(0, blocking.Columns % 32);
        Assert.True((long)blocking.Depth * blocking.Columns * sizeof(float) <= 16 << 20);
    }

    [Fact]
    public void BlocksAreEven() => Assert.Equal(200, Blocking.For(14, 400, 32, sizeof(float), 1, 32).Depth);
}
