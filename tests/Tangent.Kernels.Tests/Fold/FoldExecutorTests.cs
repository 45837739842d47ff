using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.Fold;

public sealed class FoldExecutorTests
{
    public static TheoryData<int[]> Shapes => new((int[][])
    [
        [], [1], [5], [1000], [5000], [300_000], [3, 4], [700, 3], [3, 700], [100_000, 3], [3, 100_000], [40, 600], [2, 3, 4, 5],
        [17, 1, 33, 65], [300, 5, 40], [0], [3, 0, 2],
    ]);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sums_over_every_subset_of_axes(int[] shape) => ForEverySubset(shape, axes =>
    {
        foreach (BufferView x in Arrangements(shape))
            Check<float>(FoldOp.Sum, x, axes, values => (float)values.Sum(value => (double)value));
    });

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Extremes_over_every_subset_of_axes(int[] shape) => ForEverySubset(shape, axes =>
    {
        foreach (BufferView x in Arrangements(shape))
        {
            Check<float>(FoldOp.Maximum, x, axes, values => values.DefaultIfEmpty(float.NegativeInfinity).Max());
            Check<float>(FoldOp.Minimum, x, axes, values => values.DefaultIfEmpty(float.PositiveInfinity).Min());
        }
    });

    [Fact]
    public void Integers_wrap_around() => CheckNumbers<int>(i => i * 7919 + int.MaxValue / 3);

    [Fact]
    public void Every_type_of_number()
    {
        CheckNumbers<byte>(i => (byte)(i * 7));
        CheckNumbers<ushort>(i => (ushort)(i * 77));
        CheckNumbers<uint>(i => (uint)i * 77_777_777);
        CheckNumbers<ulong>(i => (ulong)i * 77_777_777_777_777);
        CheckNumbers<sbyte>(i => (sbyte)(i * 7));
        CheckNumbers<short>(i => (short)(i * 77));
        CheckNumbers<long>(i => i * 77_777_777_777_777);
        CheckNumbers<double>(i => 1 + (i % 5 - 2) / 16.0);
    }

    [Fact]
    public void NaN_reaches_the_result_from_any_place()
    {
        foreach (int place in (int[])[0, 1, 63, 64, 998, 999])
        {
            float[] values = new float[1000];
            values[place] = float.NaN;
            foreach (FoldOp op in (FoldOp[])[FoldOp.Sum, FoldOp.Product, FoldOp.Maximum, FoldOp.Minimum])
                Assert.True(float.IsNaN(Run<float>(op, Views.Of(values, 1000), [0])[0]));
        }
    }

    [Fact]
    public void Infinities_do_not_become_NaN()
    {
        double[] values = [1, double.PositiveInfinity, 2, .. new double[100]];
        Assert.Equal(double.PositiveInfinity, Run<double>(FoldOp.Sum, Views.Of(values, 103), [0])[0]);
        Assert.Equal(float.PositiveInfinity, Run<float>(FoldOp.Sum, Views.Of(values.Select(x => (float)x).ToArray(), 103), [0])[0]);
    }

    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(1_000_000, 1)]
    [InlineData(100_000, 10)]
    [InlineData(2000, 500)]
    public void Long_sums_are_accurate(int rows, int columns)
    {
        BufferView x = Views.Of(Enumerable.Repeat(0.1f, rows * columns).ToArray(), rows, columns);
        // Lanes of 128 bits add 128 elements in float32 before they go over to float64: 128 half units in the last place at worst.
        foreach (float sum in Run<float>(FoldOp.Sum, x, [0]))
            Assert.Equal(rows * (double)0.1f, sum, rows * 0.1 * 2e-6);
        BufferView y = Views.Of(Enumerable.Repeat(0.1, rows * columns).ToArray(), rows, columns);
        foreach (double sum in Run<double>(FoldOp.Sum, y, [0, 1]))
            Assert.Equal(rows * columns * 0.1, sum, rows * columns * 1e-15);
    }

    [Fact]
    public void Booleans()
    {
        bool[] values = [true, true, false, true, true, true, false, false, false];
        BufferView x = Views.Of(values, 3, 3);
        Assert.Equal([false, true, false], Run<bool>(FoldOp.All, x, [1]));
        Assert.Equal([true, true, false], Run<bool>(FoldOp.Any, x, [1]));
        Assert.Equal([false, false, false], Run<bool>(FoldOp.All, x, [0]));
        Assert.Equal([true], Run<bool>(FoldOp.Any, x, [0, 1]));
        Assert.Equal([true], Run<bool>(FoldOp.All, Views.Empty<bool>(0), [0]));
        Assert.Equal([false], Run<bool>(FoldOp.Any, Views.Empty<bool>(0), [0]));
    }

    [Fact]
    public void Complex_numbers()
    {
        Complex64[] values = [.. Enumerable.Range(0, 60).Select(i => new Complex64(1 + i % 3 * 0.1f, i % 5 * 0.1f))];
        BufferView x = Views.Of(values, 20, 3);
        for (int column = 0; column < 3; column++)
        {
            var elements = values.Where((_, i) => i % 3 == column).Select(value => (Complex)value).ToArray();
            CheckClose(elements.Aggregate((a, b) => a + b), Run<Complex64>(FoldOp.Sum, x, [0])[column]);
            CheckClose(elements.Aggregate((a, b) => a * b), Run<Complex64>(FoldOp.Product, x, [0])[column]);
        }
        Assert.Equal(values.OrderBy(v => v.Real).ThenBy(v => v.Imaginary).Last(), Run<Complex64>(FoldOp.Maximum, x, [0, 1])[0]);
        Assert.Equal(values.OrderBy(v => v.Real).ThenBy(v => v.Imaginary).First(), Run<Complex64>(FoldOp.Minimum, x, [0, 1])[0]);
    }

    [Fact]
    public void Half_types_are_rounded_once()
    {
        BufferView x = Views.Of(Enumerable.Repeat((Half)0.1f, 5000).ToArray(), 5000);
        Assert.Equal((Half)(5000 * (float)(Half)0.1f), Run<Half>(FoldOp.Sum, x, [0])[0]);
        BufferView y = Views.Of(Enumerable.Repeat((BFloat16)0.1f, 5000).ToArray(), 5, 1000);
        Assert.Equal((BFloat16)(1000 * (float)(BFloat16)0.1f), Run<BFloat16>(FoldOp.Sum, y, [1])[0]);
    }

    [Fact]
    public void A_prologue_is_evaluated_on_the_way()
    {
        BufferView x = Views.Of(Enumerable.Range(0, 6000).Select(i => i % 7 - 3f).ToArray(), 60, 100);
        BufferView y = Views.Of(Enumerable.Range(0, 100).Select(i => i % 3 - 1f).ToArray(), 100).Repeat(60);
        Program product = Program.From([DType.Float32, DType.Float32],
            Expr.Binary(ScalarOp.Multiply, Expr.Input(0, DType.Float32), Expr.Input(1, DType.Float32)));
        BufferView output = Views.Empty<float>(60);
        FoldExecutor.Run(FoldOp.Sum, product, [x, y], [1], output);
        float[] left = x.Read<float>(), right = y.Read<float>();
        Assert.Equal(Enumerable.Range(0, 60).Select(i => Enumerable.Range(100 * i, 100).Sum(j => left[j] * right[j])), output.Read<float>());
    }

    [Fact]
    public void Rows_that_lie_in_place_are_taken_from_any_strides()
    {
        var x = Views.Of(Enumerable.Range(0, 3 * 4 * 5 * 40).Select(i => (float)(i % 97)).ToArray(), 3, 4, 5, 40);
        foreach (BufferView view in (BufferView[])[x, x.Transpose(1, 0, 2, 3), x.Slice(1, 3, 2, -2), x.Slice(2, 1, 2, 3), x.Slice(0, 2, 1, 1)])
        {
            var sums = BufferView.Allocate(DType.Float32, view.Layout.Shape[..3]);
            FoldExecutor.Run(FoldOp.Sum, Program.From([DType.Float32], Expr.Input(0, DType.Float32)), [view], [3], sums);
            Assert.Equal(view.Read<float>().Chunk(40).Select(row => row.Sum()), sums.Read<float>());
        }
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        var random = new System.Random(5);
        float[] values = [.. Enumerable.Range(0, 2_000_000).Select(_ => random.NextSingle())];
        BufferView x = Views.Of(values, 2000, 1000);
        float[] all = [], columns = [];
        Threads.Use(1, () => (all, columns) = (Run<float>(FoldOp.Sum, x, [0, 1]), Run<float>(FoldOp.Sum, x, [0])));
        Threads.Use(3, () =>
        {
            Assert.Equal(all, Run<float>(FoldOp.Sum, x, [0, 1]));
            Assert.Equal(columns, Run<float>(FoldOp.Sum, x, [0]));
        });
    }

    // Kept axes that are not one to the input: a thread's part begins anywhere in either.
    [Fact]
    public void Parts_of_rows_on_two_axes_begin_where_they_should()
    {
        float[] values = [.. Enumerable.Range(0, 4 * 5 * 20_000).Select(i => (i / 20_000) + (float)(i % 7))];
        BufferView whole = Views.Of(values, 4, 5, 20_000);
        BufferView x = whole.With(new Layout([4, 3, 20_000], [100_000, 20_000, 1], 0)), y = Views.Empty<float>(4, 3);
        Threads.Use(5, () => FoldExecutor.Run(FoldOp.Sum, Program.Identity(DType.Float32), [x], [2], y));
        float[] expected = [.. from i in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 3) select (float)values.Skip(((5 * i) + j) * 20_000).Take(20_000).Sum(value => (double)value)];
        Assert.Equal(expected, y.Read<float>());
    }

    private static void CheckNumbers<T>(Func<int, T> element) where T : unmanaged, INumber<T>
    {
        BufferView x = Views.Of(Enumerable.Range(0, 150 * 40).Select(element).ToArray(), 150, 40);
        ForEverySubset([150, 40], axes =>
        {
            Check<T>(FoldOp.Sum, x, axes, values => values.Aggregate(T.Zero, (a, b) => unchecked(a + b)));
            Check<T>(FoldOp.Product, x, axes, values => values.Aggregate(T.One, (a, b) => unchecked(a * b)));
            Check<T>(FoldOp.Maximum, x, axes, values => values.Max()!);
            Check<T>(FoldOp.Minimum, x, axes, values => values.Min()!);
        });
    }

    private static void CheckClose(Complex expected, Complex64 actual) =>
        Assert.True((expected - actual).Magnitude <= 1e-5 * expected.Magnitude, $"{expected} {actual}");

    private static void ForEverySubset(int[] shape, Action<int[]> check)
    {
        for (int subset = 0; subset < 1 << shape.Length; subset++)
            check([.. Enumerable.Range(0, shape.Length).Where(axis => (subset >> axis & 1) != 0)]);
    }

    // The same shape, dense and in other orders in memory.
    private static IEnumerable<BufferView> Arrangements(int[] shape)
    {
        int count = (int)Layout.CountOf(shape);
        float[] values = [.. Enumerable.Range(0, count).Select(i => (i * 37 % 101 - 50) / 8f)];
        yield return Views.Of(values, shape);
        int[] reverse = [.. Enumerable.Range(0, shape.Length).Reverse()];
        yield return Views.Of(values, [.. shape.Reverse()]).Transpose(reverse);
        if (shape.Length > 0 && count > 0)
            yield return Views.Of(values, shape).Slice(0, shape[0] - 1, shape[0], -1);
    }

    private static void Check<T>(FoldOp op, BufferView x, int[] axes, Func<T[], T> reduce) where T : unmanaged, INumber<T>
    {
        T[] actual = Run<T>(op, x, axes);
        T[] values = x.Read<T>();
        List<T>[] groups = [.. actual.Select(_ => new List<T>())];
        long[] strides = OutputStrides(x.Layout.Shape, axes);
        for (int i = 0; i < values.Length; i++)
            groups[OutputIndex(x.Layout.Shape, strides, i)].Add(values[i]);
        for (int i = 0; i < actual.Length; i++)
        {
            double expected = double.CreateChecked(reduce([.. groups[i]])), result = double.CreateChecked(actual[i]);
            Assert.True(expected.Equals(result) || Math.Abs(expected - result) <= 1e-6 * groups[i].Sum(value => Math.Abs(double.CreateChecked(value))),
                $"{op} of [{string.Join(',', x.Layout.Shape)}] over [{string.Join(',', axes)}] at {i}: {result}, expected {expected}");
        }
    }

    private static long[] OutputStrides(int[] shape, int[] axes)
    {
        var strides = new long[shape.Length];
        long stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            if (axes.Contains(axis))
                continue;
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    private static long OutputIndex(int[] shape, long[] strides, long place)
    {
        long index = 0;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            index += place % shape[axis] * strides[axis];
            place /= shape[axis];
        }
        return index;
    }

    private static T[] Run<T>(FoldOp op, BufferView x, int[] axes) where T : unmanaged
    {
        BufferView output = Views.Empty<T>([.. x.Layout.Shape.Where((_, axis) => !axes.Contains(axis))]);
        FoldExecutor.Run(op, Program.From([x.DType], Expr.Input(0, x.DType)), [x], axes, output);
        return output.Read<T>();
    }
}
