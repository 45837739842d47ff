using Xunit;

namespace Tangent.Kernels.Tests.Indexing;

public class SliceStartsExecutorTests
{
    private static readonly SliceStartsKernel Kernel = new("Slice", [3, 4, 5], [2, 0], [2, 1, 3]);

    [Fact]
    public void NegativeStartsCountFromTheEnd() => Assert.Equal([2, 1, 0, 0, 2, 1], Run([2, 1, -5, -3, -3, -2], 3, 2));

    [Fact]
    public void NoStartsArePlacesToo() => Assert.Empty(Run([], 0, 2));

    [Theory]
    [InlineData(3, 0), InlineData(-6, 0), InlineData(0, 2), InlineData(0, -4), InlineData(long.MinValue, 0), InlineData(0, long.MaxValue)]
    public void ASliceThatWouldLeaveTheArrayIsRefused(long last, long first)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Run([last, first], 2));
        Assert.Contains("of shape [3,4,5]", error.Message, StringComparison.Ordinal);
    }

    private static long[] Run(long[] starts, params int[] shape)
    {
        BufferView output = Views.Empty<long>(shape);
        SliceStartsExecutor.Run(Kernel, Views.Of(starts, shape), output);
        return output.Read<long>();
    }
}
