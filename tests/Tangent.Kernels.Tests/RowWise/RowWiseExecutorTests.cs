using Xunit;

namespace Tangent.Kernels.Tests.RowWise;

public sealed class RowWiseExecutorTests
{
    private static readonly Expr First = Expr.Input(0, DType.Float32);
    private static readonly Expr Second = Expr.Input(1, DType.Float32);

    /// <summary>Each element less the mean of its row, times a second input.</summary>
    private static RowWiseKernel Centered(int length, int rowAxes = 1) => new(rowAxes, [RowInput.Row, RowInput.Row], [],
    [
        new(Folded(First), [0], [2], false),
        new(Program.From([DType.Float32], Expr.Binary(ScalarOp.Multiply, First, Float(1f / length))), [2], [3], true),
        new(Program.From([DType.Float32, DType.Float32], Expr.Binary(ScalarOp.Subtract, First, Second)), [0, 3], [4], false),
        new(Program.From([DType.Float32, DType.Float32], Expr.Binary(ScalarOp.Multiply, First, Second)), [4, 1], [5], false),
    ]);

    /// <summary>The sum of products of two rows.</summary>
    private static RowWiseKernel Products(RowInput first = RowInput.Row, RowInput second = RowInput.Row) =>
        new(1, [first, second], [], [new(Folded(Expr.Binary(ScalarOp.Multiply, First, Second)), [0, 1], [2], false)]);

    private static Program Folded(Expr body)
    {
        Program stored = Program.From(body == First ? [DType.Float32] : [DType.Float32, DType.Float32], body);
        return new Program(stored.Instructions, stored.Inputs, stored.Outputs, [FoldOp.Sum]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(2, 15)]
    [InlineData(5, 64)]
    [InlineData(700, 129)]
    [InlineData(3, 5000)]
    [InlineData(3_500, 512)] // streamed
    [InlineData(3_500, 513)] // as large, but rows do not begin at cache lines
    public void Stages_follow_each_other_on_every_row(int rows, int length)
    {
        float[] x = Numbers(rows * length, 1), y = Numbers(rows * length, 2);
        float[] actual = Run(Centered(length), [Views.Of(x, rows, length), Views.Of(y, rows, length)], rows, length);
        for (int row = 0; row < rows; row++)
        {
            double mean = x.Skip(row * length).Take(length).Average(value => (double)value);
            for (int i = row * length; i < (row + 1) * length; i++)
                Assert.Equal((x[i] - mean) * y[i], actual[i], 1e-5);
        }
    }

    [Fact]
    public void A_fold_at_the_end_gives_a_number_a_row()
    {
        var x = Views.Of([1f, 2, 3, 4, 5, 6], 2, 3);
        var y = Views.Of([1f, 0, 1, 2, 2, 2], 2, 3);
        Assert.Equal([4f, 30], Run(Products(), [x, y], 2));
    }

    [Fact]
    public void An_input_may_have_one_number_a_row_or_repeat_one_row()
    {
        var x = Views.Of([1f, 2, 3, 4, 5, 6], 2, 3);
        var numbers = Views.Of([10f, 100], 2, 1);
        var repeated = numbers.With(new Layout([2, 3], [1, 0], 0));
        Assert.Equal([60f, 1500], Run(Products(RowInput.Row, RowInput.Number), [x, Views.Of([10f, 100], 2)], 2));
        Assert.Equal([60f, 1500], Run(Products(RowInput.Row, RowInput.Number), [x, numbers], 2));
        Assert.Equal([60f, 1500], Run(Products(), [x, repeated], 2));
        Assert.Equal([300f, 30_000], Run(Products(), [repeated, repeated], 2));
        Assert.Equal([6f, 15], Run(Products(RowInput.Row, RowInput.SameRow), [x, Views.Of([1f, 1, 1], 3)], 2));
        Assert.Equal([6f, 15], Run(Products(RowInput.SameRow), [Views.Of([1f, 1, 1], 3), x], 2));
    }

    [Fact]
    public void Inputs_of_any_strides()
    {
        var x = Views.Of([1f, 4, 2, 5, 3, 6], 3, 2).Transpose(1, 0);
        var backwards = Views.Of([6f, 5, 4, 3, 2, 1], 2, 3).Slice(0, 1, 2, -1).Slice(1, 2, 3, -1);
        Assert.Equal([14f, 77], Run(Products(), [x, backwards], 2));
    }

    [Fact]
    public void A_row_may_span_axes()
    {
        var x = Views.Of(Numbers(24, 1), 2, 3, 4);
        var ones = Views.Of([.. Enumerable.Repeat(1f, 24)], 2, 3, 4);
        float[] whole = Run(Centered(12, 2), [x, ones], 2, 3, 4);
        float[] flat = Run(Centered(12), [x.With(Layout.RowMajor([2, 12])), ones.With(Layout.RowMajor([2, 12]))], 2, 12);
        Assert.Equal(flat, whole);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(64, 33)]
    [InlineData(5000, 70)]
    public void Sums_over_all_rows_follow_the_rows(int rows, int length)
    {
        float[] x = Numbers(rows * length, 1);
        Expr square = Expr.Unary(ScalarOp.Square, First);
        Program program = Program.From(
            [DType.Float32, DType.Float32, DType.Float32],
            Expr.Binary(ScalarOp.Add, Second, First), Expr.Binary(ScalarOp.Add, Expr.Input(2, DType.Float32), square), square);
        var kernel = new RowWiseKernel(1, [RowInput.Row], [DType.Float32, DType.Float32], [new(program, [0, 1, 2], [1, 2, 3], false)]);
        float[] actual = Run(kernel, [Views.Of(x, rows, length)], rows + 2, length);
        for (int column = 0; column < length; column++)
        {
            double[] values = [.. Enumerable.Range(0, rows).Select(row => (double)x[row * length + column])];
            Assert.Equal(values.Sum(), actual[rows * length + column], 1e-5 * rows);
            Assert.Equal(values.Sum(value => value * value), actual[(rows + 1) * length + column], 1e-5 * rows);
        }
        Assert.Equal(x.Select(value => value * value), actual.Take(x.Length));
    }

    [Theory]
    [InlineData(10, 64)]
    [InlineData(10, 65)]
    [InlineData(300, 700)]
    [InlineData(10, 2049)]
    [InlineData(12, 5000)]
    [InlineData(6000, 130)]
    public void Folds_have_the_bits_of_a_fold_by_itself(int rows, int length)
    {
        BufferView x = Views.Of(Numbers(rows * length, 1), rows, length), y = Views.Of(Numbers(rows * length, 2), rows, length);
        Program product = Program.From([DType.Float32, DType.Float32], Expr.Binary(ScalarOp.Multiply, First, Second));
        Assert.Equal(Fold(product, [x, y], 1), Run(Products(), [x, y], rows));
        Program sums = Program.From([DType.Float32, DType.Float32], Expr.Binary(ScalarOp.Add, Second, First), First);
        var kernel = new RowWiseKernel(1, [RowInput.Row], [DType.Float32], [new(sums, [0, 1], [1, 2], false)]);
        Assert.Equal(Fold(Program.From([DType.Float32], First), [x], 0), Run(kernel, [x], rows + 1, length).Skip(rows * length));
    }

    [Theory]
    [InlineData(3, 700)]
    [InlineData(40, 30)]
    [InlineData(2, 2049)]
    public void Folds_of_rows_that_span_axes_have_the_bits_of_a_fold_by_itself(int height, int width)
    {
        BufferView x = Views.Of(Numbers(9 * height * width, 1), 9, height, width), y = Views.Of(Numbers(9 * height * width, 2), 9, height, width);
        Program product = Program.From([DType.Float32, DType.Float32], Expr.Binary(ScalarOp.Multiply, First, Second));
        Assert.Equal(Fold(product, [x, y], 1, 2), Run(Products() with { RowAxes = 2 }, [x, y], 9));
    }

    private static float[] Fold(Program prologue, BufferView[] inputs, params int[] axes)
    {
        BufferView output = Views.Empty<float>([.. inputs[0].Layout.Shape.Where((_, axis) => !axes.Contains(axis))]);
        FoldExecutor.Run(FoldOp.Sum, prologue, inputs, axes, output);
        return output.Read<float>();
    }

    [Fact]
    public void A_stage_reads_no_more_values_than_a_loop_tells_apart()
    {
        int[] reads = [.. Enumerable.Repeat(0, 65)];
        var kernel = new RowWiseKernel(1, [RowInput.Row], [], [new(Program.From([DType.Float32], First), reads, [1], false)]);
        Assert.Throws<ArgumentException>(() => Run(kernel, [Views.Of([1f, 2], 2, 1)], 2, 1));
    }

    [Fact]
    public void No_rows_are_no_work() => Assert.Empty(Run(Products(), [Views.Empty<float>(0, 3), Views.Empty<float>(0, 3)], 0));

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        var x = Views.Of(Numbers(1000 * 300, 1), 1000, 300);
        float[] several = Run(Centered(300), [x, x], 1000, 300), one = [];
        Threads.Use(1, () => one = Run(Centered(300), [x, x], 1000, 300));
        Assert.Equal(one, several);
    }

    private static Expr Float(float value) => Expr.Constant(DType.Float32, BitConverter.SingleToUInt32Bits(value));

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    private static float[] Run(RowWiseKernel kernel, BufferView[] inputs, params int[] shape)
    {
        // The sums follow the rows.
        int sums = kernel.Sums.Length;
        int[] first = sums == 0 ? shape : [shape[0] - sums, .. shape[1..]];
        BufferView[] outputs = [Views.Empty<float>(first), .. Enumerable.Range(0, sums).Select(_ => Views.Empty<float>(shape[1..]))];
        RowWiseExecutor.Run(kernel, inputs, outputs);
        return [.. outputs.SelectMany(output => output.Read<float>())];
    }
}
