using Xunit;

namespace Tangent.Kernels.Tests.Attention;

/// <summary>Attention against its definition, summed in float64; its cotangents against the slopes of that.</summary>
public sealed class AttentionExecutorTests
{
    private const double Scale = 0.4;

    private static readonly AttentionShape[] Shapes =
    [
        new(1, 1, 1, 3, 5, 4, 2, false), new(2, 3, 2, 7, 9, 5, 6, true), new(1, 2, 3, 40, 33, 17, 19, true), new(1, 1, 2, 70, 300, 20, 35, true),
        new(1, 1, 1, 130, 270, 16, 16, false), new(1, 2, 4, 1, 530, 33, 8, false), new(1, 1, 1, 9, 4, 8, 8, true), new(1, 1, 1, 2, 1, 1, 1, false),
        // A block of keys, one less and one more.
        new(1, 1, 1, 3, 255, 3, 3, false), new(1, 1, 1, 9, 256, 3, 3, true), new(1, 1, 1, 9, 257, 3, 3, false), new(1, 1, 2, 9, 257, 3, 3, true), new(1, 1, 1, 9, 513, 3, 3, true),
    ];

    public static TheoryData<int, DType> Cases => new MatrixTheoryData<int, DType>([128, 256, 512], [DType.Float32, DType.Float64, DType.Float16, DType.BFloat16]);

    [Theory, MemberData(nameof(Cases))]
    public void Any_shape_strides_and_mask(int bits, DType dtype)
    {
        foreach (AttentionShape shape in Shapes)
            foreach (string kind in (string[])["dense", "transposed", "strided", "reversed"])
                foreach (AttentionInputs mask in (AttentionInputs[])[AttentionInputs.None, AttentionInputs.Mask])
                    Check(shape, dtype, kind, mask, bits);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        AttentionShape shape = new(2, 3, 2, 60, 300, 16, 24, true);
        var results = new List<float[]>();
        foreach (int threads in (int[])[1, 2, 3, 8])
            Threads.Use(threads, () =>
            {
                BufferView[] x = Inputs(shape, DType.Float32, "dense", AttentionInputs.None), y = Forward(shape, x, AttentionInputs.None, 256);
                BufferView[] ct = [x[0], x[1], x[2], y[1], y[0], y[1]];
                results.Add([.. y.Concat(Backward(shape, ct, AttentionInputs.None, 256)).SelectMany(view => view.Read<float>())]);
            });
        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void NaN_and_infinities_reach_their_own_rows_alone()
    {
        AttentionShape shape = new(1, 1, 1, 4, 20, 3, 3, false);
        float[] queries = [.. Enumerable.Range(0, 12).Select(i => i == 4 ? float.NaN : i / 10f)];
        BufferView[] x = [Views.Of(queries, 1, 1, 1, 4, 3), .. Inputs(shape, DType.Float32, "dense", AttentionInputs.None)[1..]];
        float[] y = Forward(shape, x, AttentionInputs.None, 256)[0].Read<float>();
        Assert.All(y[3..6], value => Assert.True(float.IsNaN(value)));
        Assert.All(y[..3].Concat(y[6..]), value => Assert.True(float.IsFinite(value)));
    }

    private static void Check(AttentionShape shape, DType dtype, string kind, AttentionInputs mask, int bits)
    {
        BufferView[] x = Inputs(shape, dtype, kind, mask);
        double[][] numbers = [.. x.Select(Numbers)];
        BufferView[] y = Forward(shape, x, mask, bits);
        (double[] output, double[] sums) = Definition(shape, numbers);
        double epsilon = dtype switch { DType.Float64 => 1e-13, DType.Float32 => 2e-5, DType.Float16 => 2e-3, _ => 2e-2 };
        string what = $"{shape}, {dtype}, {kind}, {mask}, {bits} bits";
        Compare(output, Numbers(y[0]), epsilon, what);
        Compare(sums, Numbers(y[1]), epsilon, what + ", sums");
        if (dtype is DType.Float16 or DType.BFloat16)
            return;
        BufferView ct = Operand.Random(dtype, y[0].Layout.Shape, kind, 9);
        double[] cts = Numbers(ct), less = [.. Enumerable.Range(0, sums.Length).Select(row => Enumerable.Range(0, shape.Width).Sum(i => cts[row * shape.Width + i] * output[row * shape.Width + i]))];
        BufferView[] inputs = [x[0], x[1], x[2], y[1], ct, Of(less, dtype, y[1].Layout.Shape), .. x[3..]];
        BufferView[] back = Backward(shape, inputs, mask, bits);
        double[][] directions = [.. back.Select((view, i) => Numbers(Operand.Random(DType.Float64, view.Layout.Shape, "dense", 20 + i)))];
        double slope = Slope(shape, numbers, directions, cts), pulled = back.Zip(directions, (view, direction) => Numbers(view).Zip(direction, (a, b) => a * b).Sum()).Sum();
        Assert.True(Math.Abs(slope - pulled) <= 1e3 * epsilon * (1 + Math.Abs(slope)) + 1e-6, $"{what}: {pulled} for the slope {slope}");
    }

    // The derivative of ct·y along the directions, by central differences.
    private static double Slope(AttentionShape shape, double[][] x, double[][] directions, double[] ct)
    {
        const double Step = 1e-4;
        double At(double step)
        {
            double[][] moved = [.. x.Select((values, i) => i < directions.Length ? values.Zip(directions[i], (value, direction) => value + step * direction).ToArray() : values)];
            return Definition(shape, moved).Output.Zip(ct, (a, b) => a * b).Sum();
        }
        return (At(Step) - At(-Step)) / (2 * Step);
    }

    private static (double[] Output, double[] Sums) Definition(AttentionShape shape, double[][] x)
    {
        int groups = shape.Groups, rows = shape.Rows;
        (double[] output, double[] sums) = (new double[groups * rows * shape.Width], new double[groups * rows]);
        for (int at = 0; at < groups * rows; at++)
        {
            int group = at / rows, seen = shape.KeysSeenBy(at % rows);
            double[] scores = [.. Enumerable.Range(0, seen).Select(key => Score(shape, x, at, group, key))];
            double largest = scores.DefaultIfEmpty(double.NegativeInfinity).Max(), sum = scores.Sum(score => Math.Exp(score - largest));
            sums[at] = seen == 0 ? double.NegativeInfinity : largest + Math.Log(sum);
            for (int key = 0; key < seen; key++)
                for (int i = 0; i < shape.Width; i++)
                    output[at * shape.Width + i] += Math.Exp(scores[key] - largest) / sum * x[2][(group * shape.Keys + key) * shape.Width + i];
        }
        return (output, sums);
    }

    private static double Score(AttentionShape shape, double[][] x, int row, int group, int key)
    {
        double score = 0;
        for (int i = 0; i < shape.Depth; i++)
            score += x[0][row * shape.Depth + i] * x[1][(group * shape.Keys + key) * shape.Depth + i];
        return Scale * score + (x.Length > 3 ? x[3][row * shape.Keys + key] : 0);
    }

    private static BufferView[] Inputs(AttentionShape shape, DType dtype, string kind, AttentionInputs mask)
    {
        var inputs = new List<BufferView>
        {
            Operand.Random(dtype, [shape.Batch, shape.Heads, shape.Repeats, shape.Queries, shape.Depth], kind, 1),
            Operand.Random(dtype, [shape.Batch, shape.Heads, shape.Keys, shape.Depth], kind, 2),
            Operand.Random(dtype, [shape.Batch, shape.Heads, shape.Keys, shape.Width], kind, 3),
        };
        if (mask == AttentionInputs.Mask)
            inputs.Add(Operand.Random(dtype, [shape.Batch, shape.Heads, shape.Repeats, shape.Queries, shape.Keys], kind, 4));
        return [.. inputs];
    }

    private static BufferView[] Forward(AttentionShape shape, BufferView[] x, AttentionInputs mask, int bits)
    {
        int[] rows = [shape.Batch, shape.Heads, shape.Repeats, shape.Queries];
        DType dtype = x[0].DType;
        BufferView[] y = [BufferView.Allocate(dtype, [.. rows, shape.Width]), BufferView.Allocate(dtype == DType.Float64 ? dtype : DType.Float32, rows)];
        AttentionExecutor.Run(new AttentionKernel(Scale, shape.IsCausal, mask), x, y, bits);
        return y;
    }

    private static BufferView[] Backward(AttentionShape shape, BufferView[] inputs, AttentionInputs mask, int bits)
    {
        BufferView[] y = [.. inputs[..3].Select(input => BufferView.Allocate(input.DType, input.Layout.Shape))];
        AttentionExecutor.Run(new AttentionCotangentKernel(Scale, shape.IsCausal, mask), inputs, y, bits);
        return y;
    }

    private static unsafe double[] Numbers(BufferView view)
    {
        double[] numbers = [.. Operand.Offsets(view.Layout).Select(offset => Operand.Read(view.Pointer, view.DType, offset).Real)];
        GC.KeepAlive(view);
        return numbers;
    }

    private static unsafe BufferView Of(double[] values, DType dtype, int[] shape)
    {
        BufferView view = BufferView.Allocate(dtype, shape);
        for (int i = 0; i < values.Length; i++)
            Operand.Write(view.Pointer, dtype, i, values[i]);
        return view;
    }

    private static void Compare(double[] expected, double[] actual, double epsilon, string what)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.True(expected[i] == actual[i] || Math.Abs(expected[i] - actual[i]) <= epsilon * (1 + Math.Abs(expected[i])), $"{what}: element {i} is {actual[i]}, not {expected[i]}");
    }
}
