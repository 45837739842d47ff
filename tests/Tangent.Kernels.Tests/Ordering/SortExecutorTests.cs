using Xunit;

namespace Tangent.Kernels.Tests.Ordering;

public sealed class SortExecutorTests
{
    [Fact]
    public void Sorts_along_each_axis()
    {
        var matrix = Views.Of([3, 1, 2, 0, 5, 4], 2, 3);
        Assert.Equal([1, 2, 3, 0, 4, 5], Sort<int>(matrix, 1));
        Assert.Equal([0, 1, 2, 3, 5, 4], Sort<int>(matrix, 0));
        Assert.Equal([0, 3, 1, 5, 2, 4], Sort<int>(matrix.Transpose(1, 0), 1));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(5000)]
    public void Sorts_every_type(int count)
    {
        var random = new Random(count);
        CheckNumbers(() => (byte)random.Next(256), count);
        CheckNumbers(() => (sbyte)random.Next(256), count);
        CheckNumbers(() => (ushort)random.Next(65536), count);
        CheckNumbers(() => (short)random.Next(65536), count);
        CheckNumbers(() => (uint)random.NextInt64(), count);
        CheckNumbers(() => (int)random.NextInt64(), count);
        CheckNumbers(() => (ulong)random.NextInt64() * 3, count);
        CheckNumbers(() => random.NextInt64(long.MinValue, long.MaxValue), count);
        CheckNumbers(() => (Half)(random.NextSingle() - 0.5f), count);
        CheckNumbers(() => (BFloat16)(random.NextSingle() - 0.5f), count);
        CheckNumbers(() => random.NextSingle() - 0.5f, count);
        CheckNumbers(() => random.NextDouble() - 0.5, count);
        CheckNumbers(() => random.Next(2) == 0, count);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(3000)]
    public void Infinities_come_before_NaN_of_either_sign(int count)
    {
        float[] specials = [float.NaN, 1, float.NegativeInfinity, BitConverter.UInt32BitsToSingle(0x7F800001), float.PositiveInfinity, -0f, -1];
        float[] values = [.. Enumerable.Range(0, count).Select(i => specials[i % 7])];
        float[] expected = [.. values.Where(x => !float.IsNaN(x)).Order(), .. values.Where(float.IsNaN)];
        Assert.Equal(expected, Sort<float>(Views.Of(values, count), 0));
        double[] wide = [.. values.Select(x => (double)x)];
        Assert.Equal(expected.Select(x => (double)x), Sort<double>(Views.Of(wide, count), 0));
        Half[] halves = [.. values.Select(x => (Half)x)];
        Assert.Equal(expected.Select(x => (Half)x), Sort<Half>(Views.Of(halves, count), 0));
    }

    [Fact]
    public void Zeros_keep_their_signs()
    {
        float[] sorted = Sort<float>(Views.Of([0f, -0f, 1f], 3), 0);
        Assert.Equal(1, sorted.Count(x => x == 0 && float.IsNegative(x)));
    }

    [Fact]
    public void Complex_numbers_are_ordered_by_the_real_part_first()
    {
        Complex64[] values = [new(2, 1), new(1, 5), new(float.NaN, 0), new(1, -5), new(-0f, 3), new(0, 2), new(0, float.NaN)];
        Complex64[] sorted = Sort<Complex64>(Views.Of(values, 7), 0);
        Assert.Equal([values[5], values[4], values[3], values[1], values[0], values[2], values[6]], sorted);
        Assert.True(float.IsNegative(sorted[1].Real));
    }

    [Fact]
    public void Sorts_many_rows_on_all_threads()
    {
        var random = new Random(4);
        int[] values = [.. Enumerable.Range(0, 300 * 200).Select(_ => random.Next())];
        var view = Views.Of(values, 300, 200);
        Assert.Equal(values.Chunk(200).SelectMany(row => row.Order()), Sort<int>(view, 1));
        var sorted = Views.Of(Sort<int>(view, 0), 300, 200);
        Assert.Equal(values.Where((_, i) => i % 200 == 17).Order(), sorted.Slice(1, 17, 1, 1).Read<int>());
    }

    [Fact]
    public void Empty_axes_sort_to_nothing()
    {
        Assert.Empty(Sort<float>(Views.Empty<float>(0), 0));
        Assert.Empty(Sort<float>(Views.Empty<float>(3, 0, 2), 1));
        Assert.Empty(Sort<float>(Views.Empty<float>(3, 0, 2), 0));
    }

    [Fact]
    public void Refuses_an_axis_that_is_not_there() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Sort<float>(Views.Of([1f]), 0));

    private static void CheckNumbers<T>(Func<T> next, int count) where T : unmanaged, IComparable<T>
    {
        T[] values = [.. Enumerable.Range(0, count).Select(_ => next())];
        Assert.Equal(values.Order(), Sort<T>(Views.Of(values, count), 0));
    }

    private static T[] Sort<T>(BufferView x, int axis) where T : unmanaged
    {
        var output = Views.Empty<T>(x.Layout.Shape);
        SortExecutor.Run(x, axis, output);
        return output.Read<T>();
    }
}
