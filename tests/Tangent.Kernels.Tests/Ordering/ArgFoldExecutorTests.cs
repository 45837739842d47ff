using Xunit;

namespace Tangent.Kernels.Tests.Ordering;

public sealed class ArgFoldExecutorTests
{
    private static readonly BufferView Matrix = Views.Of([3f, -1f, 7f, 7f, 2f, -5f], 2, 3);

    [Fact]
    public void Finds_along_each_axis_and_among_all()
    {
        Assert.Equal([2u, 0u], Find(true, Matrix, 1));
        Assert.Equal([1u, 2u], Find(false, Matrix, 1));
        Assert.Equal([1u, 1u, 0u], Find(true, Matrix, 0));
        Assert.Equal([0u, 0u, 1u], Find(false, Matrix, 0));
        Assert.Equal([2u], Find(true, Matrix, -1));
        Assert.Equal([5u], Find(false, Matrix, -1));
    }

    [Fact]
    public void Finds_in_views_of_any_strides()
    {
        Assert.Equal([1u, 1u, 0u], Find(true, Matrix.Transpose(1, 0), 1));
        Assert.Equal([0u], Find(true, Matrix.Slice(1, 2, 3, -1), -1));
        Assert.Equal([1u, 0u], Find(true, Matrix.Slice(1, 0, 2, 2), 1));
    }

    [Fact]
    public void Of_equals_the_first_is_found()
    {
        for (int count = 1; count < 200; count++)
        {
            float[] zeros = [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 0f : -0f)];
            Assert.Equal([0u], Find(true, Views.Of(zeros, count), 0));
            Assert.Equal([0u], Find(false, Views.Of(zeros, count), 0));
        }
    }

    [Fact]
    public void The_first_NaN_is_found_before_any_number()
    {
        float nan = float.NaN;
        Assert.Equal([1u], Find(true, Views.Of([3f, nan, 5f, nan], 4), 0));
        Assert.Equal([1u], Find(false, Views.Of([3f, nan, 5f, 1f], 4), 0));
        Assert.Equal([0u, 1u], Find(true, Views.Of([nan, 1f, 0f, nan], 2, 2), 0));
        Assert.Equal([1u], Find(true, Views.Of([(Half)3, Half.NaN, (Half)5], 3), 0));
        Assert.Equal([1u], Find(false, Views.Of([new Complex64(3, 0), new Complex64(0, nan), new Complex64(-5, 0)], 3), 0));
    }

    // Every place in rows around the sizes of vectors and blocks, whatever stands before and after, and by threads.
    [Theory]
    [InlineData(70)]
    [InlineData(2100)]
    [InlineData(300_000)]
    public void The_first_NaN_is_found_wherever_it_lies(int count)
    {
        var random = new Random(count);
        for (int i = 0; i < 40; i++)
        {
            int place = random.Next(count);
            double[] row = [.. Enumerable.Range(0, count).Select(k => k == place ? double.NaN : random.Next(3) - 1.0)];
            row[count - 1] = double.PositiveInfinity;
            row[Math.Max(place, random.Next(count))] = double.NaN;
            row[place] = double.NaN;
            foreach (bool maximum in new[] { true, false })
            {
                Assert.Equal([(uint)place], Find(maximum, Views.Of(row, count), 0));
                Assert.Equal([(uint)place], Find(maximum, Views.Of([.. row.Select(x => (float)x)], count), 0));
            }
        }
    }

    [Fact]
    public void Finds_in_every_type()
    {
        Check<byte>([3, 200, 0]);
        Check<sbyte>([3, 100, -7]);
        Check<ushort>([3, 60_000, 0]);
        Check<short>([3, 200, -300]);
        Check<uint>([3, uint.MaxValue, 0]);
        Check<int>([3, 200, -7]);
        Check<ulong>([3, ulong.MaxValue, 0]);
        Check<long>([3, long.MaxValue, -7]);
        Check([(Half)1, (Half)2, (Half)(-3)]);
        Check([(BFloat16)1f, (BFloat16)2f, (BFloat16)(-3f)]);
        Check([1.0, 2.0, -3.0]);
        Check([new Complex64(1, 5), new Complex64(2, 0), new Complex64(1, 4)]);
        Assert.Equal([1u], Find(true, Views.Of([false, true, true], 3), 0));
        Assert.Equal([0u], Find(false, Views.Of([false, true, false], 3), 0));
        static void Check<T>(T[] values) where T : unmanaged
        {
            Assert.Equal([1u], Find(true, Views.Of(values, 3), 0));
            Assert.Equal([2u], Find(false, Views.Of(values, 3), 0));
        }
    }

    [Theory]
    [InlineData(1, 300_000, 1)]
    [InlineData(1, 700, 400)]
    [InlineData(500, 300, 1)]
    [InlineData(3, 50, 2000)]
    public void Agrees_with_the_definition_on_large_arrays(int outer, int length, int inner)
    {
        var random = new Random(length);
        int[] values = [.. Enumerable.Range(0, outer * length * inner).Select(_ => random.Next(1000))];
        uint[] expected = [.. from o in Enumerable.Range(0, outer)
                              from i in Enumerable.Range(0, inner)
                              let line = Enumerable.Range(0, length).Select(k => values[(o * length + k) * inner + i]).ToList()
                              select (uint)line.IndexOf(line.Max())];
        Assert.Equal(expected, Find(true, Views.Of(values, outer, length, inner), 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Neighbouring_columns_find_NaN_each_for_itself(bool maximum)
    {
        var random = new Random(5);
        float[] specials = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, 1f];
        for (int columns = 1; columns < 40; columns++)
        {
            float[] values = [.. Enumerable.Range(0, 4 * columns).Select(_ => specials[random.Next(specials.Length)])];
            uint[] expected = [.. Enumerable.Range(0, columns).Select(column => FirstOf(maximum, values, columns, column))];
            Assert.Equal(expected, Find(maximum, Views.Of(values, 4, columns), 0));
        }
    }

    // Of a long row each thread searches a part, whose places begin where it begins.
    [Theory]
    [InlineData(0)]
    [InlineData(150_001)]
    [InlineData(299_999)]
    public void Parts_of_a_long_row_know_where_they_begin(int place) => Threads.Use(4, () =>
    {
        var values = new float[300_000];
        values[place] = 1;
        Assert.Equal([(uint)place], Find(true, Views.Of(values, 300_000), -1));
        Assert.Equal([(uint)place], Find(true, Views.Of(values, 1, 300_000), 1));
    });

    private static uint FirstOf(bool maximum, float[] values, int columns, int column)
    {
        float[] line = [.. Enumerable.Range(0, values.Length / columns).Select(row => values[row * columns + column])];
        if (Array.FindIndex(line, float.IsNaN) is >= 0 and var place)
            return (uint)place;
        float best = maximum ? line.Max() : line.Min();
        return (uint)Array.FindIndex(line, x => x == best);
    }

    [Fact]
    public void An_axis_without_elements_is_refused_unless_nothing_is_asked()
    {
        Assert.Contains("length 0", Assert.Throws<ArgumentException>(() => Find(true, Views.Empty<float>(2, 0), 1)).Message);
        Assert.Contains("0 elements", Assert.Throws<ArgumentException>(() => Find(true, Views.Empty<float>(2, 0), -1)).Message);
        Assert.Empty(Find(true, Views.Empty<float>(2, 0), 0));
    }

    private static uint[] Find(bool maximum, BufferView x, int axis)
    {
        int[] shape = axis < 0 ? [] : [.. x.Layout.Shape.Where((_, i) => i != axis)];
        var output = Views.Empty<uint>(shape);
        ArgFoldExecutor.Run(maximum, x, axis, output);
        return output.Read<uint>();
    }
}
