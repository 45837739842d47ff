using Xunit;

namespace Tangent.Kernels.Tests.Scanning;

public sealed class ScanExecutorTests
{
    private static readonly float Infinity = float.PositiveInfinity;

    [Fact]
    public void Accumulates_in_both_directions_with_and_without_the_place_itself()
    {
        var x = Views.Of([1f, 2f, 3f, 4f], 4);
        Assert.Equal([1f, 3f, 6f, 10f], Scan<float>(ScanOp.Sum, x, 0));
        Assert.Equal([0f, 1f, 3f, 6f], Scan<float>(ScanOp.Sum, x, 0, inclusive: false));
        Assert.Equal([10f, 9f, 7f, 4f], Scan<float>(ScanOp.Sum, x, 0, reverse: true));
        Assert.Equal([9f, 7f, 4f, 0f], Scan<float>(ScanOp.Sum, x, 0, reverse: true, inclusive: false));
        Assert.Equal([24f, 12f, 4f, 1f], Scan<float>(ScanOp.Product, x, 0, reverse: true, inclusive: false));
        Assert.Equal([-Infinity, 1f, 2f, 3f], Scan<float>(ScanOp.Maximum, x, 0, inclusive: false));
        Assert.Equal([Infinity, 1f, 1f, 1f], Scan<float>(ScanOp.Minimum, x, 0, inclusive: false));
        Assert.Equal(-Infinity, Scan<float>(ScanOp.LogAddExp, x, 0, inclusive: false)[0]);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 4)]
    [InlineData(3, 17, 1)]
    [InlineData(1, 300, 700)]
    [InlineData(5, 200, 90)]
    [InlineData(400, 300, 1)]
    public void Every_axis_agrees_with_the_definition(int outer, int length, int inner)
    {
        var random = new Random(length);
        int[] values = [.. Enumerable.Range(0, outer * length * inner).Select(_ => random.Next(-9, 10))];
        var view = Views.Of(values, outer, length, inner);
        foreach (ScanOp op in new[] { ScanOp.Sum, ScanOp.Product, ScanOp.Maximum, ScanOp.Minimum })
            foreach (bool reverse in new[] { false, true })
                foreach (bool inclusive in new[] { false, true })
                    Assert.Equal(Reference(op, values, outer, length, inner, reverse, inclusive), Scan<int>(op, view, 1, reverse, inclusive));
    }

    [Fact]
    public void Scans_views_of_any_strides()
    {
        var x = Views.Of([1, 2, 3, 4, 5, 6], 2, 3);
        Assert.Equal([1, 5, 2, 7, 3, 9], Scan<int>(ScanOp.Sum, x.Transpose(1, 0), 1));
        Assert.Equal([3, 5, 6, 6, 11, 15], Scan<int>(ScanOp.Sum, x.Slice(1, 2, 3, -1), 1));
    }

    [Fact]
    public void Scans_every_type()
    {
        Check<byte>([200, 100, 1], [200, 44, 45]);
        Check<sbyte>([100, 100, 1], [100, -56, -55]);
        Check<ushort>([1, 2, 3], [1, 3, 6]);
        Check<short>([1, 2, -3], [1, 3, 0]);
        Check<uint>([1, 2, 3], [1, 3, 6]);
        Check<ulong>([1, 2, 3], [1, 3, 6]);
        Check<long>([1, 2, 3], [1, 3, 6]);
        Check([(Half)1, (Half)2, (Half)3], [(Half)1, (Half)3, (Half)6]);
        Check([(BFloat16)1f, (BFloat16)2f, (BFloat16)3f], [(BFloat16)1f, (BFloat16)3f, (BFloat16)6f]);
        Check([1.0, 2.0, 3.0], [1.0, 3.0, 6.0]);
        Check([new Complex64(1, 2), new(3, 4), new(0, 1)], [new Complex64(1, 2), new(4, 6), new(4, 7)]);
        Check([false, true, false], [false, true, true]);
        static void Check<T>(T[] values, T[] expected) where T : unmanaged => Assert.Equal(expected, Scan<T>(ScanOp.Sum, Views.Of(values, 3), 0));
    }

    [Fact]
    public void Half_precision_sums_do_not_stall()
    {
        Half[] ones = [.. Enumerable.Repeat((Half)1, 5000)];
        Assert.Equal((Half)5000, Scan<Half>(ScanOp.Sum, Views.Of(ones, 5000), 0)[^1]);
        BFloat16[] brains = [.. Enumerable.Repeat((BFloat16)1f, 1024)];
        Assert.Equal((BFloat16)1024f, Scan<BFloat16>(ScanOp.Sum, Views.Of(brains, 1024), 0)[^1]);
    }

    [Fact]
    public void Logarithms_of_sums_are_accurate_and_do_not_overflow()
    {
        double[] x = [-1000, -1000, 0.5, 800, 800, double.NegativeInfinity];
        double[] expected = [-1000, -1000 + Math.Log(2), 0.5, 800, 800 + Math.Log(2), 800 + Math.Log(2)];
        double[] actual = Scan<double>(ScanOp.LogAddExp, Views.Of(x, 6), 0);
        for (int i = 0; i < x.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-15 * Math.Abs(expected[i]));
        float[] rows = Scan<float>(ScanOp.LogAddExp, Views.Of([.. Enumerable.Range(0, 40).Select(i => i * 0.1f)], 2, 20), 0);
        for (int i = 0; i < 20; i++)
            Assert.Equal((float)Math.Log(Math.Exp(i * 0.1f) + Math.Exp((i + 20) * 0.1f)), rows[20 + i], 1e-6);
        Assert.Equal([1, 3, 3], Scan<int>(ScanOp.LogAddExp, Views.Of([1, 3, 2], 3), 0));
    }

    [Fact]
    public void Complex_logarithms_of_sums_agree_with_the_definition()
    {
        Complex64[] sums = Scan<Complex64>(ScanOp.LogAddExp, Views.Of([new Complex64(1, 0.5f), new(0, -1)], 2), 0);
        var expected = System.Numerics.Complex.Log(
            System.Numerics.Complex.Exp(new(1, 0.5)) + System.Numerics.Complex.Exp(new(0, -1)));
        Assert.Equal(expected.Real, sums[1].Real, 1e-6);
        Assert.Equal(expected.Imaginary, sums[1].Imaginary, 1e-6);
    }

    [Fact]
    public void Not_a_number_stays()
    {
        float nan = float.NaN;
        Assert.Equal([1f, nan, nan], Scan<float>(ScanOp.Maximum, Views.Of([1f, nan, 5f], 3), 0));
        Assert.Equal([1f, nan, nan], Scan<float>(ScanOp.Minimum, Views.Of([1f, nan, 5f], 3), 0));
        Assert.Equal([1f, nan, nan], Scan<float>(ScanOp.LogAddExp, Views.Of([1f, nan, 5f], 3), 0));
    }

    [Fact]
    public void Empty_axes_scan_to_nothing()
    {
        Assert.Empty(Scan<float>(ScanOp.Sum, Views.Empty<float>(3, 0), 1));
        Assert.Empty(Scan<float>(ScanOp.Sum, Views.Empty<float>(3, 0), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scan<float>(ScanOp.Sum, Views.Of([1f]), 0));
    }

    private static int[] Reference(ScanOp op, int[] x, int outer, int length, int inner, bool reverse, bool inclusive)
    {
        var results = new int[x.Length];
        for (int line = 0; line < outer * inner; line++)
        {
            int sum = op switch { ScanOp.Sum => 0, ScanOp.Product => 1, ScanOp.Maximum => int.MinValue, _ => int.MaxValue };
            for (int i = 0; i < length; i++)
            {
                int place = (line / inner * length + (reverse ? length - 1 - i : i)) * inner + line % inner;
                int next = op switch { ScanOp.Sum => sum + x[place], ScanOp.Product => sum * x[place], ScanOp.Maximum => Math.Max(sum, x[place]), _ => Math.Min(sum, x[place]) };
                results[place] = inclusive ? next : sum;
                sum = next;
            }
        }
        return results;
    }

    private static T[] Scan<T>(ScanOp op, BufferView x, int axis, bool reverse = false, bool inclusive = true) where T : unmanaged
    {
        var output = Views.Empty<T>(x.Layout.Shape);
        ScanExecutor.Run(op, x, axis, reverse, inclusive, output);
        return output.Read<T>();
    }
}
