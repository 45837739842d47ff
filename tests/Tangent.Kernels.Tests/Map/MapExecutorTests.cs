using Xunit;

namespace Tangent.Kernels.Tests.Map;

public sealed class MapExecutorTests
{
    private static readonly Program Fused = Program.From(
        [DType.Float32, DType.Float32],
        Expr.Binary(ScalarOp.Add, Expr.Binary(ScalarOp.Multiply, X(0), Expr.Constant(DType.Float32, Bits(3))), X(1)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    [InlineData(100_000)]
    [InlineData(1_000_001)]
    public void Dense_arrays_of_any_length(int length) => Check(Count(length), Count(length));

    [Fact]
    public void Scalars_of_rank_zero() => Check(Views.Of([2f]), Views.Of([3f]));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(300)]
    [InlineData(5000)]
    public void Repeated_elements_rows_and_columns(int length)
    {
        Check(Views.Of([2f]).Repeat(length), Count(length));
        Check(Count(7, length), Count(length).Repeat(7));
        Check(Count(7, length), Count(7).Repeat(length).Transpose(1, 0));
        Check(Count(7).Repeat(length).Transpose(1, 0), Count(length).Repeat(7));
        Check(Count(3, length, 2), Count(length, 2).Repeat(3));
        Check(Count(3, length, 2), Count(3, 2).Repeat(length).Transpose(1, 0, 2));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    [InlineData(16, 300)]
    [InlineData(257, 300)]
    [InlineData(300, 17)]
    [InlineData(600, 700)]
    public void Transposed_and_reversed_arrays(int rows, int columns)
    {
        Check(Count(rows, columns), Count(columns, rows).Transpose(1, 0));
        Check(Count(columns, rows).Transpose(1, 0), Count(columns, rows).Transpose(1, 0));
        Check(Count(rows, columns), Count(rows, columns).Slice(1, columns - 1, columns, -1));
        Check(Count(rows, 2 * columns).Slice(1, 1, columns, 2), Count(rows, columns).Slice(0, rows - 1, rows, -1));
        Check(Count(rows, 3, columns), Count(columns, 3, rows).Transpose(2, 1, 0));
        Check(Count(rows, 3, columns), Count(3, columns, rows).Transpose(2, 0, 1));
    }

    [Fact]
    public void Arrays_with_an_empty_axis() => Check(Count(3, 0, 2), Count(2, 0, 3).Transpose(2, 1, 0));

    [Theory]
    [InlineData(1)]
    [InlineData(70)]
    [InlineData(3000)]
    public void Outputs_may_be_the_memory_of_inputs(int length)
    {
        Program swapAndAdd = Program.From(
            [DType.Float32, DType.Float32], X(1), Expr.Binary(ScalarOp.Add, X(0), X(1)));
        BufferView x = Count(length), y = Views.Of(Enumerable.Range(0, length).Select(i => i * 0.5f).ToArray(), length);
        float[] sum = [.. x.Read<float>().Zip(y.Read<float>(), (a, b) => a + b)];
        float[] second = y.Read<float>();
        MapExecutor.Run(swapAndAdd, [x, y], [x, y]);
        Assert.Equal(second, x.Read<float>());
        Assert.Equal(sum, y.Read<float>());
    }

    [Fact]
    public void A_program_without_inputs_fills()
    {
        BufferView output = Views.Empty<float>(100);
        MapExecutor.Run(Program.From([], Expr.Constant(DType.Float32, Bits(1.5f))), [], [output]);
        Assert.Equal(Enumerable.Repeat(1.5f, 100), output.Read<float>());
    }

    [Fact]
    public void One_value_may_be_stored_twice()
    {
        Expr twice = Expr.Binary(ScalarOp.Add, X(0), X(0));
        BufferView x = Count(130), first = Views.Empty<float>(130), second = Views.Empty<float>(130);
        MapExecutor.Run(Program.From([DType.Float32], twice, twice), [x], [first, second]);
        Assert.Equal(x.Read<float>().Select(value => 2 * value), first.Read<float>());
        Assert.Equal(first.Read<float>(), second.Read<float>());
    }

    [Fact]
    public void More_inputs_than_can_be_single_elements()
    {
        const int count = 70;
        Expr sum = X(0);
        for (int i = 1; i < count; i++)
            sum = Expr.Binary(ScalarOp.Add, sum, X(i));
        BufferView[] inputs = [.. Enumerable.Range(0, count).Select(i => Views.Of([(float)i]).Repeat(200))];
        BufferView output = Views.Empty<float>(200);
        MapExecutor.Run(Program.From([.. Enumerable.Repeat(DType.Float32, count)], sum), inputs, [output]);
        Assert.Equal(Enumerable.Repeat(count * (count - 1) / 2f, 200), output.Read<float>());
    }

    [Fact]
    public void Nothing_beyond_the_output_is_written()
    {
        for (int length = 1; length < 140; length++)
        {
            BufferView all = Views.Of(Enumerable.Repeat(-1f, 300).ToArray(), 300);
            BufferView part = all.Slice(0, 16, length, 1);
            MapExecutor.Run(Fused, [Count(length), Count(length)], [part]);
            Assert.Equal(Enumerable.Repeat(-1f, 16), all.Slice(0, 0, 16, 1).Read<float>());
            Assert.Equal(Enumerable.Repeat(-1f, 284 - length), all.Slice(0, 16 + length, 284 - length, 1).Read<float>());
        }
    }

    private static void Check(BufferView x, BufferView y)
    {
        BufferView output = Views.Empty<float>(x.Layout.Shape);
        MapExecutor.Run(Fused, [x, y], [output]);
        Assert.Equal(x.Read<float>().Zip(y.Read<float>(), (a, b) => a * 3 + b), output.Read<float>());
    }

    private static BufferView Count(params int[] shape) =>
        Views.Of(Enumerable.Range(0, (int)Layout.CountOf(shape)).Select(i => (float)i).ToArray(), shape);

    private static Expr X(int input) => Expr.Input(input, DType.Float32);

    private static ulong Bits(float value) => BitConverter.SingleToUInt32Bits(value);
}
