using Xunit;

namespace Tangent.Kernels.Tests.Indexing;

public sealed class ScatterExecutorTests
{
    [Fact]
    public void Sets_rows_and_the_last_update_stays() => Assert.Equal(
        [5, 6, 0, 0, 3, 4],
        Scatter<int>(ScatterMode.Set, Views.Of(new int[6], 3, 2), [Views.Of([0, 2, 0], 3)], Views.Of([1, 2, 3, 4, 5, 6], 3, 1, 2), [0]));

    [Theory]
    [InlineData(nameof(ScatterMode.Set), new float[] { 2, 10, 7 })]
    [InlineData(nameof(ScatterMode.Add), new float[] { 17, 10, 10 })]
    [InlineData(nameof(ScatterMode.Multiply), new float[] { 150, 10, 21 })]
    [InlineData(nameof(ScatterMode.Maximum), new float[] { 15, 10, 7 })]
    [InlineData(nameof(ScatterMode.Minimum), new float[] { 0, 10, 3 })]
    public void Repeated_indices_all_count(string name, float[] expected)
    {
        var mode = Enum.Parse<ScatterMode>(name);
        float[] source = mode == ScatterMode.Multiply ? [5, 10, 3] : [0, 10, 3];
        var indices = Views.Of([0, 2, 0], 3);
        Assert.Equal(expected, Scatter<float>(mode, Views.Of(source, 3), [indices], Views.Of([15f, 7f, 2f], 3, 1), [0]));
    }

    [Fact]
    public void Adds_in_every_type()
    {
        CheckSum<byte>(250, 10, 4);
        CheckSum<sbyte>(1, -3, -2);
        CheckSum<short>(1, 2, 3);
        CheckSum<ushort>(1, 2, 3);
        CheckSum<uint>(1, 2, 3);
        CheckSum<ulong>(1, 2, 3);
        CheckSum<long>(1, 2, 3);
        CheckSum((Half)1, (Half)0.5f, (Half)1.5f);
        CheckSum((BFloat16)1f, (BFloat16)0.5f, (BFloat16)1.5f);
        CheckSum(1.0, 0.25, 1.25);
        CheckSum(new Complex64(1, 2), new Complex64(3, -1), new Complex64(4, 1));
        CheckSum(false, true, true);
    }

    [Fact]
    public void Not_a_number_wins_over_every_number() => Assert.Equal(
        [float.NaN, float.NaN],
        Scatter<float>(ScatterMode.Maximum, Views.Of([1f, float.NaN], 2), [Views.Of([0, 1], 2)], Views.Of([float.NaN, 2f], 2, 1), [0]));

    [Fact]
    public void Updates_are_read_with_any_strides()
    {
        var updates = Views.Of([1, 2, 3, 4], 2, 2, 1).Transpose(1, 2, 0);
        Assert.Equal([1, 3, 0, 0, 2, 4], Scatter<int>(ScatterMode.Add, Views.Of(new int[6], 3, 2), [Views.Of([0, 2], 2)], updates, [0]));
        var same = Views.Of([7], 1, 1).Repeat(3);
        Assert.Equal([14, 7], Scatter<int>(ScatterMode.Add, Views.Of(new int[2], 2), [Views.Of([0, 1, 0], 3)], same.With(new Layout([3, 1], [0, 1], 0)), [0]));
    }

    [Fact]
    public void Many_updates_of_one_element_are_read_with_any_strides()
    {
        int[] places = [.. Enumerable.Range(0, 30 * 40).Select(i => i * 7 % 1200)];
        var updates = Views.Of(Enumerable.Range(1, 1200).ToArray(), 40, 30, 1).Transpose(1, 0, 2);
        var expected = new int[1200];
        for (int i = 0; i < places.Length; i++)
            expected[places[i]] = i % 40 * 30 + i / 40 + 1;
        Assert.Equal(expected, Scatter<int>(ScatterMode.Set, Views.Of(new int[1200], 1200), [Views.Of(places, 30, 40)], updates, [0]));
    }

    [Fact]
    public void Writes_windows_and_columns()
    {
        var zeros = Views.Of(new int[12], 3, 4);
        Assert.Equal(
            [0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0],
            Scatter<int>(ScatterMode.Set, zeros, [Views.Of([1], 1), Views.Of([-3], 1)], Views.Of([1, 2, 3, 4], 1, 2, 2), [0, 1]));
        Assert.Equal(
            [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3],
            Scatter<int>(ScatterMode.Set, zeros, [Views.Of([-1], 1)], Views.Of([1, 2, 3], 1, 3, 1), [1]));
    }

    [Fact]
    public void Updates_out_of_range_are_ignored()
    {
        var places = Views.Of([3, -4, long.MinValue, long.MaxValue, 1], 5);
        Assert.Equal([0, 5, 0], Scatter<int>(ScatterMode.Set, Views.Of(new int[3], 3), [places], Views.Of([1, 2, 3, 4, 5], 5, 1), [0]));
        var two = Views.Of([9, 1], 2);
        Assert.Equal(
            [0, 0, 0, 2],
            Scatter<int>(ScatterMode.Set, Views.Of(new int[4], 2, 2), [two, Views.Of([1, 1], 2)], Views.Of([1, 2], 2, 1, 1), [0, 1]));
        Assert.Equal([0, 0, 0], Scatter<int>(ScatterMode.Set, Views.Of(new int[3], 3), [Views.Of([2], 1)], Views.Of([1, 2], 1, 2), [0]));
    }

    [Fact]
    public void Empty_updates_leave_the_source()
    {
        Assert.Equal([1, 2], Scatter<int>(ScatterMode.Add, Views.Of([1, 2], 2), [Views.Empty<int>(0)], Views.Empty<int>(0, 1), [0]));
        Assert.Empty(Scatter<int>(ScatterMode.Add, Views.Empty<int>(0), [Views.Empty<int>(0)], Views.Empty<int>(0, 0), [0]));
    }

    [Theory]
    [InlineData(nameof(ScatterMode.Set), 50, 300)]
    [InlineData(nameof(ScatterMode.Add), 50, 300)]
    [InlineData(nameof(ScatterMode.Set), 5000, 100)]
    [InlineData(nameof(ScatterMode.Add), 500, 1000)]
    public void Threads_do_not_change_the_order_of_updates(string name, int rows, int width)
    {
        var mode = Enum.Parse<ScatterMode>(name);
        const int count = 2000;
        var random = new Random(1);
        float[] updates = [.. Enumerable.Range(0, count * width).Select(_ => random.NextSingle() * MathF.Pow(10, random.Next(6)))];
        int[] places = [.. Enumerable.Range(0, count).Select(_ => random.Next(rows))];
        var expected = new float[rows * width];
        for (int i = 0; i < updates.Length; i++)
        {
            ref float element = ref expected[places[i / width] * width + i % width];
            element = mode == ScatterMode.Set ? updates[i] : element + updates[i];
        }
        Assert.Equal(expected, Scatter<float>(
            mode, Views.Of(new float[rows * width], rows, width), [Views.Of(places, count)], Views.Of(updates, count, 1, width), [0]));
    }

    [Fact]
    public void Rows_are_addressed_on_several_axes_and_those_out_of_range_ignored()
    {
        const int count = 3_000, first = 40, second = 50, width = 64;
        var random = new Random(2);
        int[] i = [.. Enumerable.Range(0, count).Select(_ => random.Next(-first - 3, first + 3))];
        int[] j = [.. Enumerable.Range(0, count).Select(_ => random.Next(second))];
        float[] updates = [.. Enumerable.Range(0, count * width).Select(k => (float)k)];
        var expected = new float[first * second * width];
        Array.Fill(expected, 7f);
        for (int k = 0; k < updates.Length; k++)
        {
            int row = i[k / width] < 0 ? i[k / width] + first : i[k / width];
            if (row is >= 0 and < first)
                expected[(row * second + j[k / width]) * width + k % width] = updates[k];
        }
        BufferView sevens = Views.Of([7f], 1).With(new Layout([first, second, width], [0, 0, 0], 0));
        Assert.Equal(expected, Scatter<float>(
            ScatterMode.Set, sevens, [Views.Of(i, count), Views.Of(j, count)], Views.Of(updates, count, 1, 1, width), [0, 1]));
    }

    [Fact]
    public void The_output_may_be_the_source()
    {
        var array = Views.Of([1, 2, 3], 3);
        ScatterExecutor.Run(ScatterMode.Add, array, [Views.Of([1], 1)], Views.Of([10], 1, 1), [0], array);
        Assert.Equal([1, 12, 3], array.Read<int>());
    }

    [Fact]
    public void Refuses_updates_that_do_not_fit()
    {
        var source = Views.Of(new int[4], 2, 2);
        Assert.Contains("slice of 3", Throws(source, Views.Of(new int[3], 1, 1, 3)));
        Assert.Contains("rank 1", Throws(source, Views.Of([1], 1)));
        Assert.Contains("float32", Throws(source, Views.Of([1f], 1, 1, 1)));
        Assert.Contains("broadcast", Throws(source, Views.Of(new int[4], 2, 1, 2), Views.Of([0, 1, 0], 3)));
    }

    private static string Throws(BufferView source, BufferView updates, BufferView? indices = null) =>
        Assert.ThrowsAny<ArgumentException>(() => Scatter<int>(ScatterMode.Set, source, [indices ?? Views.Of([0], 1)], updates, [0])).Message;

    private static void CheckSum<T>(T x, T y, T sum) where T : unmanaged =>
        Assert.Equal([x, sum], Scatter<T>(ScatterMode.Add, Views.Of([x, x], 2), [Views.Of([1], 1)], Views.Of([y], 1, 1), [0]));

    private static T[] Scatter<T>(ScatterMode mode, BufferView source, BufferView[] indices, BufferView updates, int[] axes)
        where T : unmanaged
    {
        var output = Views.Empty<T>(source.Layout.Shape);
        ScatterExecutor.Run(mode, source, indices, updates, axes, output);
        return output.Read<T>();
    }
}
