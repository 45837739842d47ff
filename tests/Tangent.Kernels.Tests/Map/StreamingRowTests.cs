using Xunit;

namespace Tangent.Kernels.Tests.Map;

public sealed unsafe class StreamingRowTests
{
    private const int Count = 8_400_003; // 33.6 MB, and three elements beyond the last whole vector

    private static readonly Program Sum = Program.From(
        [DType.Float32, DType.Float32], Expr.Binary(ScalarOp.Add, Expr.Input(0, DType.Float32), Expr.Input(1, DType.Float32)));

    [Fact]
    public void Large_outputs_are_whole_and_right()
    {
        BufferView x = Iota(), y = BufferView.Allocate(DType.Float32, [Count]);
        MapExecutor.Run(Sum, [x, x], [y]);
        for (int i = 0; i < Count; i++)
            Assert.True(((float*)y.Pointer)[i] == 2f * i, $"element {i}");
        GC.KeepAlive(x);
    }

    [Fact]
    public void Only_large_outputs_that_are_no_input_are_streamed()
    {
        BufferView x = Iota(), y = BufferView.Allocate(DType.Float32, [Count]);
        Assert.True(StreamingRow.IsWorthwhile([x, x], [y], Count));
        Assert.False(StreamingRow.IsWorthwhile([x, y], [y], Count));
        Assert.False(StreamingRow.IsWorthwhile([x, x], [y], Count / 2));
        Assert.False(StreamingRow.IsWorthwhile([x, x], [y.With(new Layout([Count - 1], [1], 1))], Count));
    }

    private static BufferView Iota()
    {
        BufferView x = BufferView.Allocate(DType.Float32, [Count]);
        for (int i = 0; i < Count; i++)
            ((float*)x.Pointer)[i] = i;
        return x;
    }
}
