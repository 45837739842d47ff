using Xunit;

namespace Tangent.Kernels.Tests.Map;

public sealed unsafe class StreamingRowTests
{
    private static readonly Program Sum = Program.From(
        [DType.Float32, DType.Float32], Expr.Binary(ScalarOp.Add, Expr.Input(0, DType.Float32), Expr.Input(1, DType.Float32)));

    [Theory]
    [InlineData(1, 3_000_003)] // three elements beyond the last whole vector
    [InlineData(4_000, 1_024)]
    [InlineData(4_000, 1_021)] // rows that do not begin at cache lines
    public void Large_results_are_whole_and_right(int rows, int columns)
    {
        BufferView x = Iota(rows * columns, Layout.RowMajor([rows, columns])), result = BufferView.Allocate(DType.Float32, [rows, columns]);
        BufferView row = Iota(columns, new Layout([rows, columns], [0, 1], 0));
        BufferView column = Iota(rows, new Layout([rows, columns], [1, 0], 0));
        Check(x, x, result, (i, j) => 2f * (i * columns + j));
        Check(x, row, result, (i, j) => i * columns + j + j);
        Check(column, x, result, (i, j) => i + i * columns + j);
    }

    private static void Check(BufferView x, BufferView y, BufferView result, Func<int, int, float> expected)
    {
        int columns = result.Layout.Shape[1];
        new Span<byte>(result.Pointer, (int)result.Size).Fill(255);
        MapExecutor.Run(Sum, [x, y], [result]);
        for (int i = 0; i < result.Layout.Shape[0]; i++)
            for (int j = 0; j < columns; j++)
                if (((float*)result.Pointer)[i * columns + j] != expected(i, j))
                    Assert.Fail($"row {i}, column {j}");
        GC.KeepAlive(result);
    }

    private static BufferView Iota(int count, Layout layout)
    {
        BufferView x = BufferView.Allocate(DType.Float32, [count]);
        for (int i = 0; i < count; i++)
            ((float*)x.Pointer)[i] = i;
        return x.With(layout);
    }
}
