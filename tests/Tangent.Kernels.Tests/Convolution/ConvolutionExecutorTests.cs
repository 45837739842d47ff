using Xunit;

namespace Tangent.Kernels.Tests.Convolution;

/// <summary>Convolutions of random windows against their definition, summed in float64.</summary>
public sealed class ConvolutionExecutorTests
{
    public static TheoryData<int, DType> Cases => new MatrixTheoryData<int, DType>([32, 128, 256, 512], [DType.Float32, DType.Float64, DType.Float16, DType.BFloat16]);

    [Theory, MemberData(nameof(Cases))]
    public void Any_window(int bits, DType dtype)
    {
        var random = new Random(bits + (int)dtype);
        for (int i = 0; i < 70; i++)
            Check(RandomWindow.Of(random), dtype, bits);
    }

    [Theory]
    [InlineData(32), InlineData(128), InlineData(256), InlineData(512)]
    public void Windows_and_channels_beyond_one_run(int bits)
    {
        const DType dtype = DType.Float32;
        Check(new([2, 5, 30, 70], [40, 3, 3, 70], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1]), dtype, bits);
        Check(new([1, 3, 20, 500], [9, 2, 3, 500], [1, 2], [0, 1], [1, 0], [1, 1], [1, 1]), dtype, bits);
        Check(new([1, 9, 20, 200], [33, 2, 3, 200], [2, 1], [1, 2], [1, 2], [3, 2], [1, 1]), dtype, bits);
        Check(new([1, 300, 30], [7, 5, 30], [1], [2], [2], [1], [1]), dtype, bits);
        Check(new([70, 21, 17, 3], [40, 19, 15, 3], [1, 1], [0, 0], [0, 0], [1, 1], [1, 1]), dtype, bits);
        Check(new([5, 900, 2], [40, 800, 2], [2], [1], [0], [1], [1]), dtype, bits);
        // Windows whose rows, or places in a row, are summed in parts; and blocks of columns, in phases too.
        Check(new([2, 40, 30, 3], [20, 36, 26, 3], [1, 1], [0, 0], [0, 0], [1, 1], [1, 1]), dtype, bits);
        Check(new([2, 5, 460, 2], [20, 3, 450, 2], [1, 1], [0, 1], [0, 0], [1, 1], [1, 1]), dtype, bits);
        Check(new([1, 1, 250, 600], [4, 1, 2, 600], [1, 1], [0, 1], [0, 1], [1, 1], [1, 1]), dtype, bits);
        Check(new([1, 130, 600], [4, 3, 600], [1], [1], [1], [1], [2]), dtype, bits);
        Check(new([2, 6, 25, 70, 1], [70, 1, 3, 3, 1], [1, 2], [1, 1], [1, 1], [1, 1], [1, 1]), dtype, bits);
        Check(new([1, 66, 50, 37, 3], [37, 1, 64, 48, 3], [1, 1], [0, 0], [0, 0], [1, 1], [1, 1]), dtype, bits);
    }

    [Theory]
    [InlineData(32), InlineData(128), InlineData(256), InlineData(512)]
    public void Few_filters_in_each_of_many_groups(int bits)
    {
        foreach (int filters in (int[])[2, 3, 4])
        {
            Check(new([2, 12, 11, 37, 1], [37, filters, 3, 3, 1], [1, 2], [1, 1], [1, 1], [1, 1], [1, 1]), DType.Float32, bits);
            Check(new([1, 9, 10, 70, 2], [70, filters, 2, 3, 2], [1, 1], [1, 0], [1, 0], [1, 2], [2, 1]) { KindOfFilters = "transposed", KindOfX = "reversed" }, DType.Float32, bits);
            Check(new([1, 40, 33, 5], [33, filters, 30, 5], [1], [0], [0], [1], [1]) { KindOfFilters = "strided" }, DType.BFloat16, bits);
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        RandomWindow[] windows =
        [
            new([4, 40, 30, 24], [40, 3, 3, 24], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1]),
            new([24, 40, 30, 24], [40, 38, 28, 24], [1, 1], [0, 0], [0, 0], [1, 1], [1, 1]),
            new([4, 60, 60, 70, 1], [70, 1, 3, 3, 1], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1]),
            new([1, 60, 60, 70, 4], [70, 1, 58, 58, 4], [1, 1], [0, 0], [0, 0], [1, 1], [1, 1]),
            new([3, 40, 40, 50, 1], [50, 2, 3, 3, 1], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1]),
        ];
        foreach (RandomWindow window in windows)
        {
            BufferView x = Operand.Random(DType.Float32, window.X, "dense", 1), filters = Operand.Random(DType.Float32, window.Filters, "dense", 2);
            var results = new List<float[]>();
            foreach (int threads in (int[])[1, 2, 3, 5, 8])
                Threads.Use(threads, () => results.Add(Run(window, x, filters, 256).Read<float>()));
            Assert.All(results, result => Assert.Equal(results[0], result));
        }
    }

    private static unsafe void Check(RandomWindow window, DType dtype, int bits)
    {
        BufferView x = Operand.Random(dtype, window.X, window.KindOfX, 1), filters = Operand.Random(dtype, window.Filters, window.KindOfFilters, 2);
        BufferView output = Run(window, x, filters, bits);
        (double[] expected, double[] sizes) = window.Sums(x, filters);
        double epsilon = dtype switch { DType.Float64 => 1e-15, DType.Float32 => 1e-6, DType.Float16 => 1e-3, _ => 8e-3 };
        for (int i = 0; i < expected.Length; i++)
        {
            double actual = Operand.Read(output.Pointer, dtype, i).Real;
            Assert.True(Math.Abs(actual - expected[i]) <= epsilon * (sizes[i] + 1e-3), $"{window}, {dtype}, {bits} bits, element {i}: {actual} for {expected[i]}");
        }
        GC.KeepAlive(output);
    }

    private static unsafe BufferView Run(RandomWindow window, BufferView x, BufferView filters, int bits)
    {
        BufferView output = BufferView.Allocate(x.DType, window.Output);
        new Span<byte>(output.Pointer, (int)output.Size).Fill(0xFF);
        ConvolutionExecutor.Run(window.Kernel, x, filters, [], output, bits);
        return output;
    }
}
