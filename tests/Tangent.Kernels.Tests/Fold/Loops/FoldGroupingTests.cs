using Xunit;

namespace Tangent.Kernels.Tests.Fold.Loops;

/// <summary>The law of equal bits: how a fold groups its elements depends on shape and axes alone.</summary>
public sealed class FoldGroupingTests
{
    // Lengths around vectors, blocks and segments, short rows and few columns.
    private static readonly int[][] Shapes =
    [
        [31], [33], [63], [65], [129], [511], [513], [2047], [2049], [5000],
        [40, 7], [7, 40], [33, 33], [130, 64], [129, 63], [300, 200], [3, 2050], [2050, 3], [4500, 70], [260, 514], [31, 300], [300, 31],
        [5, 70, 66], [66, 5, 70], [40, 3, 50], [3, 600, 5], [2, 3, 130, 65], [9, 8, 7, 6],
    ];

    private static readonly DType[] Types = [DType.Float32, DType.Float64, DType.Float16, DType.BFloat16, DType.Complex64];

    public static TheoryData<string, DType> Cases
    {
        get
        {
            var cases = new TheoryData<string, DType>();
            foreach (int[] shape in Shapes)
                foreach (DType type in Types)
                    cases.Add(string.Join(',', shape), type);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Bits_depend_on_shape_and_axes_alone(string lengths, DType dtype)
    {
        int[] shape = [.. lengths.Split(',').Select(int.Parse)];
        BufferView x = Numbers(dtype, shape, 1), y = Numbers(dtype, shape, 2);
        BufferView[] all = [.. Arrangements.Of(x)], others = [.. Arrangements.Of(y)];
        for (int subset = 1; subset < 1 << shape.Length; subset++)
        {
            int[] axes = [.. Enumerable.Range(0, shape.Length).Where(axis => (subset >> axis & 1) != 0)];
            foreach (BufferView view in all)
                Check(FoldOp.Maximum, Program.From([dtype], Expr.Input(0, dtype)), x, [view], axes);
            CheckPrologues(FoldOp.Sum, x, y, all, others, axes);
            CheckPrologues(FoldOp.Product, x, y, all, others, axes);
        }
    }

    // Plain, and with prologues of one input and two: in every arrangement, on one thread and on some, interpreted and emitted.
    private static void CheckPrologues(FoldOp op, BufferView x, BufferView y, BufferView[] all, BufferView[] others, int[] axes)
    {
        Expr first = Expr.Input(0, x.DType), second = Expr.Input(1, x.DType);
        Program identity = Program.From([x.DType], first), square = Program.From([x.DType], Expr.Binary(ScalarOp.Multiply, first, first));
        Program product = Program.From([x.DType, x.DType], Expr.Binary(ScalarOp.Multiply, first, second));
        foreach (BufferView view in all)
            Check(op, identity, x, [view], axes);
        BufferView squares = Mapped(square, [x]), products = Mapped(product, [x, y]);
        for (int i = 0; i < all.Length; i++)
        {
            Check(op, square, squares, [all[i]], axes);
            Check(op, product, products, [all[i], others[(i + 1) % others.Length]], axes);
        }
    }

    // The first program of its kind is interpreted; afterwards it is emitted, where that is possible.
    private static void Check(FoldOp op, Program prologue, BufferView values, BufferView[] inputs, int[] axes)
    {
        byte[] expected = Threaded(1, op, Program.From([values.DType], Expr.Input(0, values.DType)), [values], axes);
        string what = $"{op} of {values.DType}[{string.Join(',', values.Layout.Shape)}] over [{string.Join(',', axes)}], strides {string.Join(" and ", inputs.Select(input => string.Join(',', input.Layout.Strides)))}";
        foreach (int threads in (ReadOnlySpan<int>)[1, 8])
        {
            Same(expected, Threaded(threads, op, prologue, inputs, axes), $"{what}, {threads} threads");
            for (ulong scalars = 0; scalars < 1UL << prologue.Inputs.Length; scalars++)
                LoopFunctions.Of(prologue).Get(scalars, long.MaxValue / 1000);
        }
    }

    [Fact]
    public void Broadcast_inputs_change_nothing()
    {
        foreach (int[] shape in (int[][])[[300, 200], [2050, 70], [40, 33, 50], [700, 8], [8, 700]])
            for (int axis = 0; axis < shape.Length; axis++)
            {
                int[] one = [.. shape.Select((length, i) => i == axis ? 1 : length)];
                BufferView x = Numbers(DType.Float32, shape, 1), y = Numbers(DType.Float32, one, 2);
                BufferView wide = y.With(y.Layout.Broadcast(shape));
                Program difference = Program.From([DType.Float32, DType.Float32],
                    Expr.Unary(ScalarOp.Square, Expr.Binary(ScalarOp.Subtract, Expr.Input(0, DType.Float32), Expr.Input(1, DType.Float32))));
                BufferView values = Mapped(difference, [x, wide]), repeated = Mapped(Program.From([DType.Float32], Expr.Input(0, DType.Float32)), [wide]);
                for (int subset = 1; subset < 1 << shape.Length; subset++)
                {
                    int[] axes = [.. Enumerable.Range(0, shape.Length).Where(a => (subset >> a & 1) != 0)];
                    Check(FoldOp.Sum, difference, values, [x, wide], axes);
                    Check(FoldOp.Sum, Program.From([DType.Float32], Expr.Input(0, DType.Float32)), repeated, [wide], axes);
                }
            }
    }

    [Fact]
    public void Sums_are_grouped_as_is_written()
    {
        foreach (int[] shape in Shapes)
            for (int subset = 1; subset < 1 << shape.Length; subset++)
            {
                int[] axes = [.. Enumerable.Range(0, shape.Length).Where(axis => (subset >> axis & 1) != 0)];
                BufferView x = Numbers(DType.Float32, shape, 3);
                BufferView output = Views.Empty<float>([.. shape.Where((_, axis) => !axes.Contains(axis))]);
                FoldExecutor.Run(FoldOp.Sum, Program.From([DType.Float32], Expr.Input(0, DType.Float32)), [x], axes, output);
                Assert.Equal(GroupedSums.Of(x.Read<float>(), shape, axes), output.Read<float>());
            }
    }

    private static BufferView Numbers(DType dtype, int[] shape, int seed)
    {
        var random = new System.Random(seed);
        int count = (int)Layout.CountOf(shape);
        // Near one, so that products stay in range, and never sums of few bits.
        double[] values = [.. Enumerable.Range(0, count).Select(i => (i % 2 == 0 ? 1 : -1) * (1 + (random.NextDouble() - 0.5) / 8))];
        return Mapped(Casts.Of(DType.Float64, dtype), [Views.Of(values, shape)]);
    }

    private static BufferView Mapped(Program program, BufferView[] inputs)
    {
        BufferView result = BufferView.Allocate(program.Instructions[program.Outputs[0]].DType, inputs[0].Layout.Shape);
        MapExecutor.Run(program, inputs, [result]);
        return result;
    }

    private static unsafe byte[] Threaded(int threads, FoldOp op, Program prologue, BufferView[] inputs, int[] axes)
    {
        BufferView output = BufferView.Allocate(inputs[0].DType, [.. inputs[0].Layout.Shape.Where((_, axis) => !axes.Contains(axis))]);
        Threads.Use(threads, () => FoldExecutor.Run(op, prologue, inputs, axes, output));
        byte[] bytes = new ReadOnlySpan<byte>(output.Pointer, (int)output.Layout.Count * output.DType.Size).ToArray();
        GC.KeepAlive(output);
        return bytes;
    }

    private static void Same(byte[] expected, byte[] actual, string what) => Assert.True(expected.AsSpan().SequenceEqual(actual), what);
}
