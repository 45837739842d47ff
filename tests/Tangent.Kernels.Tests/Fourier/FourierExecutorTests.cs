using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.Fourier;

/// <summary>Every transform against its definition, summed in float64: the error of a line is at most 3·ε·log₂(n) of its size.</summary>
public sealed class FourierExecutorTests
{
    private const double Epsilon = 1.1920929e-7 / 2;

    private static readonly int[] Lengths =
    [
        .. Enumerable.Range(1, 130), 143, 169, 187, 211, 243, 256, 257, 289, 343, 360, 500, 509, 512, 625, 729, 961, 997, 1000, 1009, 1018, 1021,
        1024, 1331, 1920, 2017, 2018, 2048, 2187, 3721, 4096, 4099,
    ];

    public static TheoryData<int> Widths => [128, 256, 512];

    [Theory, MemberData(nameof(Widths))]
    public void One_line_of_any_length(int bits)
    {
        foreach (int length in Lengths)
            foreach (FourierDirection direction in Enum.GetValues<FourierDirection>())
                Check(direction, [length], 0, length, bits, 1.0);
    }

    [Theory, MemberData(nameof(Widths))]
    public void Many_lines_along_any_axis(int bits)
    {
        int[][] shapes = [[3, 8], [17, 12], [40, 35], [33, 7, 5], [2, 64, 19], [5, 9, 16], [100, 3], [18, 150], [4, 300], [3, 1000], [1009, 2], [20, 331, 3], [2, 61, 33]];
        foreach (int[] shape in shapes)
            for (int axis = 0; axis < shape.Length; axis++)
                foreach (FourierDirection direction in Enum.GetValues<FourierDirection>())
                    Check(direction, shape, axis, shape[axis], bits, 0.25);
    }

    [Fact]
    public void Long_lines()
    {
        foreach (int length in (int[])[1 << 16, 3 * 5 * 7 * 11 * 13 * 4, 65537, 100_000])
        {
            Complex[] values = [.. Numbers(length, length).Select(value => (Complex)value)];
            foreach (FourierDirection direction in (FourierDirection[])[FourierDirection.Forward, FourierDirection.Inverse])
            {
                BufferView y = Run(direction, Views.Of(values.Select(value => (Complex64)value).ToArray(), length), [length], 0, length, 1, Lanes.WidestBits);
                Complex[] actual = [.. y.Read<Complex64>().Select(value => (Complex)value)];
                double size = Norm(actual), sign = direction == FourierDirection.Forward ? -1 : 1;
                Assert.True(Math.Abs(size / (Norm(values) * Math.Sqrt(length)) - 1) < 1e-6);
                // A few results by their definition, and none may be off by more than the bound of all together.
                foreach (int k in (int[])[0, 1, 2, 77, length / 3, length / 2, length - 1])
                    Assert.True((actual[k] - Sum(values, k, sign)).Magnitude <= 3 * Epsilon * Math.Log2(length) * size / Math.Sqrt(length) * 4, $"{direction} of {length} at {k}");
            }
        }
    }

    [Fact]
    public void Lines_with_any_strides_give_the_same_bits()
    {
        foreach (int[] shape in (int[][])[[6, 20], [5, 64, 18], [3, 1024], [2, 1009]])
            for (int axis = 0; axis < shape.Length; axis++)
            {
                Complex64[] values = Numbers((int)Layout.CountOf(shape), 5);
                BufferView dense = Views.Of(values, shape);
                int[] order = [.. Enumerable.Range(0, shape.Length).Reverse()];
                BufferView turned = Views.Of(dense.Transpose(order).Read<Complex64>(), [.. shape.Reverse()]).Transpose(order);
                BufferView spread = Views.Of(values.SelectMany(value => new[] { value, new Complex64(float.NaN, float.NaN) }).ToArray(), [.. shape[..^1], 2 * shape[^1]])
                    .Slice(shape.Length - 1, 0, shape[^1], 2);
                Complex64[] expected = Run(FourierDirection.Forward, dense, shape, axis, shape[axis], 1, 256).Read<Complex64>();
                Assert.Equal(expected, Run(FourierDirection.Forward, turned, shape, axis, shape[axis], 1, 256).Read<Complex64>());
                Assert.Equal(expected, Run(FourierDirection.Forward, spread, shape, axis, shape[axis], 1, 256).Read<Complex64>());
            }
    }

    [Theory]
    [InlineData(1 << 16)]
    [InlineData(1 << 18)]
    [InlineData(65537)]
    [InlineData(200, 1000)]
    [InlineData(500, 30)]
    [InlineData(30, 5000, 2)]
    public void Any_number_of_threads_gives_the_same_bits(params int[] shape)
    {
        Complex64[] values = Numbers((int)Layout.CountOf(shape), 6);
        for (int axis = 0; axis < shape.Length; axis++)
        {
            Complex64[] Of(int threads)
            {
                Complex64[] result = [];
                Threads.Use(threads, () =>
                    result = Run(FourierDirection.Forward, Views.Of(values, shape), shape, axis, shape[axis], 1, Lanes.WidestBits).Read<Complex64>());
                return result;
            }

            Complex64[] one = Of(1);
            Assert.Equal(one, Of(2));
            Assert.Equal(one, Of(5));
        }
    }

    [Fact]
    public void What_is_not_finite_stays_in_its_line()
    {
        Complex64[] values = Numbers(20 * 100, 7);
        values[3 * 100 + 5] = new(float.NaN, 0);
        Complex64[] y = Run(FourierDirection.Forward, Views.Of(values, 20, 100), [20, 100], 1, 100, 1, Lanes.WidestBits).Read<Complex64>();
        for (int i = 0; i < y.Length; i++)
            Assert.Equal(i / 100 == 3, float.IsNaN(y[i].Real) || float.IsNaN(y[i].Imaginary));
    }

    [Fact]
    public void Nothing_is_written_beyond_the_result()
    {
        foreach (int length in (int[])[5, 8, 61, 67, 100, 1000, 1009, 1024])
        {
            BufferView memory = Views.Of(Enumerable.Repeat(new Complex64(7, 7), length + 64).ToArray(), length + 64);
            FourierExecutor.Run(new FourierKernel(FourierDirection.Forward, 0, length, 1), Views.Of(Numbers(length, 3), length), memory.With(new Layout([length], [1], 32)));
            Complex64[] after = memory.Read<Complex64>();
            Assert.All(after[..32].Concat(after[(length + 32)..]), value => Assert.Equal(new Complex64(7, 7), value));
        }
    }

    [Fact]
    public void Nothing_comes_of_no_lines()
    {
        foreach (FourierDirection direction in Enum.GetValues<FourierDirection>())
            Assert.Empty(direction == FourierDirection.ToReal
                ? (Array)Run(direction, Views.Empty<Complex64>(0, 5), [0, 8], 1, 8, 1, 256).Read<float>()
                : direction == FourierDirection.FromReal
                    ? Run(direction, Views.Empty<float>(0, 8), [0, 5], 1, 8, 1, 256).Read<Complex64>()
                    : Run(direction, Views.Empty<Complex64>(0, 8), [0, 8], 1, 8, 1, 256).Read<Complex64>());
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        var kernel = new FourierKernel(FourierDirection.FromReal, 0, 8, 1);
        Assert.Throws<ArgumentException>(() => FourierExecutor.Run(kernel, Views.Empty<float>(8), Views.Empty<Complex64>(8)));
        Assert.Throws<ArgumentException>(() => FourierExecutor.Run(kernel, Views.Empty<Complex64>(8), Views.Empty<Complex64>(5)));
        Assert.Throws<ArgumentException>(() => FourierExecutor.Run(kernel, Views.Empty<float>(9), Views.Empty<Complex64>(5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FourierExecutor.Run(kernel with { Axis = 1 }, Views.Empty<float>(8), Views.Empty<Complex64>(5)));
    }

    private static void Check(FourierDirection direction, int[] shape, int axis, int length, int bits, double scale)
    {
        int half = length / 2 + 1;
        int[] from = [.. shape], to = [.. shape];
        from[axis] = direction == FourierDirection.ToReal ? half : length;
        to[axis] = direction == FourierDirection.FromReal ? half : length;
        Complex64[] values = Numbers((int)Layout.CountOf(from), length);
        BufferView x = direction == FourierDirection.FromReal ? Views.Of(values.Select(value => value.Real).ToArray(), from) : Views.Of(values, from);
        BufferView y = Run(direction, x, to, axis, length, scale, bits);
        Complex[] actual = direction == FourierDirection.ToReal
            ? [.. y.Read<float>().Select(value => (Complex)value)]
            : [.. y.Read<Complex64>().Select(value => (Complex)value)];
        int inner = (int)Layout.CountOf(shape.AsSpan(axis + 1)), lines = (int)Layout.CountOf(shape) / length;
        for (int line = 0; line < lines; line++)
        {
            Complex[] source = Line(values.Select(value => direction == FourierDirection.FromReal ? value.Real : (Complex)value).ToArray(), line, from[axis], inner);
            Complex[] expected = [.. Expected(direction, source, length).Select(value => value * scale)];
            Complex[] result = Line(actual, line, to[axis], inner);
            double error = Norm([.. expected.Zip(result, (a, b) => a - b)]) / Norm(expected);
            Assert.True(error <= 3 * Epsilon * Math.Max(1, Math.Log2(length)),
                $"{direction} of {length} in [{string.Join(',', shape)}] along {axis} at {bits} bits, line {line}: {error / Epsilon:F1} ε, {3 * Math.Log2(length):F1} allowed");
        }
    }

    private static BufferView Run(FourierDirection direction, BufferView x, int[] shape, int axis, int length, double scale, int bits)
    {
        var y = BufferView.Allocate(direction == FourierDirection.ToReal ? DType.Float32 : DType.Complex64, shape);
        FourierExecutor.Run(new FourierKernel(direction, axis, length, scale), x, y, bits);
        return y;
    }

    private static Complex[] Expected(FourierDirection direction, Complex[] x, int length) => direction switch
    {
        FourierDirection.FromReal => [.. Enumerable.Range(0, length / 2 + 1).Select(k => Sum(x, k, -1))],
        FourierDirection.ToReal => RealParts(Whole(x, length)),
        _ => [.. Enumerable.Range(0, length).Select(k => Sum(x, k, direction == FourierDirection.Forward ? -1 : 1))],
    };

    private static Complex[] RealParts(Complex[] whole) => [.. Enumerable.Range(0, whole.Length).Select(j => (Complex)Sum(whole, j, 1).Real)];

    private static Complex[] Whole(Complex[] half, int length)
    {
        var whole = new Complex[length];
        for (int k = 0; k < half.Length; k++)
        {
            whole[(length - k) % length] = Complex.Conjugate(half[k]);
            whole[k] = half[k];
        }
        whole[0] = half[0].Real;
        if (length % 2 == 0)
            whole[length / 2] = half[length / 2].Real;
        return whole;
    }

    private static Complex Sum(Complex[] x, int k, double sign)
    {
        Complex[] roots = Roots(x.Length);
        Complex sum = 0;
        for (int j = 0; j < x.Length; j++)
        {
            Complex root = roots[(int)((long)j * k % x.Length)];
            sum += x[j] * (sign < 0 ? root : Complex.Conjugate(root));
        }
        return sum;
    }

    [ThreadStatic] private static Complex[]? roots;

    private static Complex[] Roots(int length) => roots?.Length == length
        ? roots
        : roots = [.. Enumerable.Range(0, length).Select(k => Complex.Exp(new Complex(0, -2 * Math.PI * k / length)))];

    private static T[] Line<T>(T[] values, int line, int length, int inner) =>
        [.. Enumerable.Range(0, length).Select(i => values[(line / inner * length + i) * inner + line % inner])];

    private static double Norm(Complex[] x) => Math.Sqrt(x.Sum(value => value.Real * value.Real + value.Imaginary * value.Imaginary));

    private static Complex64[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Complex64((float)(2 * random.NextDouble() - 1), (float)(2 * random.NextDouble() - 1)))];
    }
}
