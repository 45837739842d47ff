using Xunit;

namespace Tangent.Kernels.Tests.Map.Memory;

public sealed class StreamingTests
{
    private static readonly BufferView X = Rows(2_048, 1_024), Y = Rows(2_048, 1_024);

    [Fact]
    public void Inputs_and_outputs_together_must_be_large()
    {
        BufferView repeated = X.With(new Layout([2_048, 1_024], [0, 1], 0));
        Assert.False(Streaming.IsWorthwhile([X], [Y], 1_024)); // 16 MB
        Assert.False(Streaming.IsWorthwhile([X, repeated], [Y], 1_024));
        Assert.True(Streaming.IsWorthwhile([X, Rows(2_048, 1_024)], [Y], 1_024)); // 24 MB
    }

    [Fact]
    public void An_output_that_is_an_input_is_read_already() => Assert.False(Streaming.IsWorthwhile([X, X, Y], [Y], 1_024));

    [Fact]
    public void Rows_must_begin_at_cache_lines()
    {
        BufferView x = Rows(4_096, 1_001), y = Rows(4_096, 1_001);
        Assert.True(Streaming.IsWorthwhile([x], [y], 4_096L * 1_001));
        Assert.False(Streaming.IsWorthwhile([x], [y], 1_001));
        Assert.False(Streaming.IsWorthwhile([x], [y.With(new Layout([4_095, 1_001], [1_001, 1], 1))], 4_095L * 1_001));
    }

    private static BufferView Rows(int rows, int columns) => BufferView.Allocate(DType.Float32, [rows, columns]);
}
