using Xunit;

namespace Tangent.Kernels.Tests.Quantization;

/// <summary>Products with quantised matrices against their definition, summed in float64, at every width of vectors.</summary>
public sealed class QuantizedMatMulExecutorTests
{
    public static TheoryData<int, DType> Cases => new MatrixTheoryData<int, DType>([32, 128, 256, 512], [DType.Float32, DType.Float16, DType.BFloat16]);

    private static IEnumerable<QuantizationFormat> Formats =>
    [
        .. from bits in (int[])[2, 3, 4, 5, 6, 8] from size in (int[])[32, 64, 128] select new QuantizationFormat(QuantizationMode.Affine, size, bits),
        new(QuantizationMode.MxFp4, 32, 4), new(QuantizationMode.MxFp8, 32, 8), new(QuantizationMode.NvFp4, 16, 4),
    ];

    [Theory, MemberData(nameof(Cases))]
    public void Any_format_either_way_round(int bits, DType dtype)
    {
        foreach (QuantizationFormat format in Formats)
            foreach (int rows in (int[])[1, 2, 3, 4, 7, 13, 16, 17, 20])
            {
                int columns = format.GroupSize * (1 + rows % 4);
                Check(format, dtype, bits, 1, rows, 5 + rows % 3, columns, true);
                Check(format, dtype, bits, 1, rows, 5 + rows % 3, columns, false);
            }
    }

    [Theory]
    [InlineData(32), InlineData(128), InlineData(256), InlineData(512)]
    public void Sizes_beyond_one_block(int bits)
    {
        foreach (QuantizationFormat format in (QuantizationFormat[])[new(QuantizationMode.Affine, 32, 3), new(QuantizationMode.Affine, 64, 4), new(QuantizationMode.NvFp4, 16, 4), new(QuantizationMode.MxFp8, 32, 8)])
        {
            Check(format, DType.Float32, bits, 1, 2, 300, 1024, true);
            Check(format, DType.Float32, bits, 1, 40, 130, 1024, true);
            Check(format, DType.Float32, bits, 1, 3, 900, 640, false);
            Check(format, DType.BFloat16, bits, 1, 20, 70, 1152, false);
            Check(format, DType.Float16, bits, 3, 1, 40, 256, true);
            Check(format, DType.Float32, bits, 3, 19, 40, 256, true);
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        foreach ((int rows, bool isTransposed) in ((int, bool)[])[(1, true), (4, true), (64, true), (3, false), (64, false)])
        {
            var w = new RandomMatrix(new(QuantizationMode.Affine, 64, 4), DType.Float32, 1, 1024, 1024, 5);
            BufferView x = Operand.Random(DType.Float32, [1, rows, 1024], "dense", 1);
            var results = new List<float[]>();
            foreach (int threads in (int[])[1, 2, 3, 5, 8])
                Threads.Use(threads, () => results.Add(Run(w, x, new(QuantizationMode.Affine, 64, 4), isTransposed, 1024, 256).Read<float>()));
            Assert.All(results, result => Assert.Equal(results[0], result));
        }
    }

    [Theory]
    [InlineData("dense"), InlineData("transposed"), InlineData("reversed")]
    public void Operands_of_any_strides(string kind)
    {
        var format = new QuantizationFormat(QuantizationMode.Affine, 32, 4);
        foreach (int rows in (int[])[2, 24])
        {
            BufferView x = Operand.Random(DType.Float32, [2, rows, 64], kind, 1);
            var w = new RandomMatrix(format, DType.Float32, 2, 10, 64, 3);
            Compare(Run(w, x, format, true, 10, 512), Reference(w.Numbers(), Reals.Of(x), 2, rows, 10, 64, true), DType.Float32);
            BufferView[] gapped = [.. w.Inputs.Select(Gapped)];
            BufferView output = Views.Empty<float>(2, rows, 10);
            QuantizedMatMulExecutor.Run(new(format.Mode, format.GroupSize, format.Bits, true, false), [x, .. gapped], output);
            Compare(output, Reference(w.Numbers(), Reals.Of(x), 2, rows, 10, 64, true), DType.Float32);
        }
    }

    [Fact]
    public void Indices_choose_matrices_from_the_end_and_the_nearest_if_out_of_range()
    {
        var format = new QuantizationFormat(QuantizationMode.Affine, 32, 4);
        var w = new RandomMatrix(format, DType.Float32, 3, 10, 64, 3);
        double[] numbers = w.Numbers();
        int[] chosen = [2, 0, 0, 2, 1], indices = [2, 0, -3, 7, -2];
        BufferView x = Operand.Random(DType.Float32, [5, 2, 64], "dense", 1);
        BufferView output = Views.Empty<float>(5, 2, 10);
        QuantizedMatMulExecutor.Run(new(format.Mode, format.GroupSize, format.Bits, true, true), [x, .. w.Inputs, Views.Of(indices, 5)], output);
        double[] picked = [.. chosen.SelectMany(i => numbers[(i * 640)..(i * 640 + 640)])];
        Compare(output, Reference(picked, Reals.Of(x), 5, 2, 10, 64, true), DType.Float32);
    }

    private static void Check(QuantizationFormat format, DType dtype, int bits, int count, int rows, int height, int columns, bool isTransposed)
    {
        int depth = isTransposed ? columns : height;
        BufferView x = Operand.Random(dtype, [count, rows, depth], "dense", 1);
        var w = new RandomMatrix(format, dtype, count, height, columns, rows + 10 * columns);
        BufferView output = Run(w, x, format, isTransposed, isTransposed ? height : columns, bits);
        Compare(output, Reference(w.Numbers(), Reals.Of(x), count, rows, height, columns, isTransposed), dtype);
    }

    private static BufferView Run(RandomMatrix w, BufferView x, QuantizationFormat format, bool isTransposed, int width, int bits)
    {
        BufferView output = BufferView.Allocate(x.DType, [x.Layout.Shape[0], x.Layout.Shape[1], width]);
        QuantizedMatMulExecutor.Run(new(format.Mode, format.GroupSize, format.Bits, isTransposed, false), [x, .. w.Inputs], output, bits);
        return output;
    }

    private static (double[] Sums, double[] Sizes) Reference(double[] w, double[] x, int count, int rows, int height, int columns, bool isTransposed)
    {
        (int width, int depth) = isTransposed ? (height, columns) : (columns, height);
        double[] sums = new double[count * rows * width], sizes = new double[sums.Length];
        for (int i = 0; i < count * rows; i++)
            for (int j = 0; j < width; j++)
                for (int p = 0; p < depth; p++)
                {
                    int place = i / rows * height * columns + (isTransposed ? j * columns + p : p * columns + j);
                    double term = x[i * depth + p] * w[place];
                    sums[i * width + j] += term;
                    sizes[i * width + j] += Math.Abs(term);
                }
        return (sums, sizes);
    }

    private static void Compare(BufferView output, (double[] Sums, double[] Sizes) expected, DType dtype)
    {
        double[] actual = Reals.Of(output);
        double rounding = dtype switch { DType.Float32 => 2e-6, DType.Float16 => 1e-3, _ => 8e-3 };
        for (int i = 0; i < actual.Length; i++)
            Assert.Equal(expected.Sums[i], actual[i], 2e-6 * expected.Sizes[i] + rounding * Math.Abs(expected.Sums[i]) + (dtype == DType.Float16 ? 1e-4 : 1e-30));
    }

    // The same rows, each followed by others.
    private static BufferView Gapped(BufferView source)
    {
        int[] shape = source.Layout.Shape;
        BufferView wide = BufferView.Allocate(source.DType, [shape[0], shape[1], 2 * shape[2]]);
        BufferView inner = wide.Slice(2, 0, shape[2], 2);
        CopyExecutor.Run(source, inner);
        return inner;
    }
}
