using Xunit;

namespace Tangent.Kernels.Tests.Ordering;

public sealed class ArgSortExecutorTests
{
    [Fact]
    public void Sorts_along_each_axis()
    {
        var matrix = Views.Of([3, 1, 2, 0, 5, 4], 2, 3);
        Assert.Equal([1u, 2u, 0u, 0u, 2u, 1u], ArgSort(matrix, 1));
        Assert.Equal([1u, 0u, 0u, 0u, 1u, 1u], ArgSort(matrix, 0));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(4000)]
    public void Equal_elements_keep_their_order(int count)
    {
        var random = new Random(count);
        Check(() => (byte)random.Next(5), count);
        Check(() => random.Next(2) == 0, count);
        Check(() => (short)random.Next(-3, 3), count);
        Check(() => random.Next(-3, 3) * 0.5f, count);
        Check(() => (Half)(random.Next(-3, 3) * 0.5f), count);
        Check(() => random.Next(-3, 3) * 0.5, count);
        Check(() => random.NextInt64(-2, 3), count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void Zeros_are_equal_and_NaN_come_last(int repeats)
    {
        float[] values = [.. Enumerable.Repeat(new[] { float.NaN, 0f, -0f, -1f, -float.NaN }, repeats).SelectMany(x => x)];
        uint[] Places(Func<float, bool> which) => [.. values.Select((x, i) => (x, i)).Where(pair => which(pair.x)).Select(pair => (uint)pair.i)];
        Assert.Equal([.. Places(x => x == -1), .. Places(x => x == 0), .. Places(float.IsNaN)], ArgSort(Views.Of(values, values.Length), 0));
    }

    [Fact]
    public void Complex_numbers_are_ordered_by_the_real_part_first() => Assert.Equal(
        [2u, 1u, 0u, 3u], ArgSort(Views.Of([new Complex64(1, 2), new(1, -2), new(0, 9), new(float.NaN, 0)], 4), 0));

    [Fact]
    public void Empty_axes_sort_to_nothing() => Assert.Empty(ArgSort(Views.Empty<float>(2, 0), 1));

    private static void Check<T>(Func<T> next, int count) where T : unmanaged
    {
        T[] values = [.. Enumerable.Range(0, count).Select(_ => next())];
        uint[] expected = [.. Enumerable.Range(0, count).OrderBy(i => values[i]).Select(i => (uint)i)];
        Assert.Equal(expected, ArgSort(Views.Of(values, count), 0));
    }

    private static uint[] ArgSort(BufferView x, int axis)
    {
        var output = Views.Empty<uint>(x.Layout.Shape);
        ArgSortExecutor.Run(x, axis, output);
        return output.Read<uint>();
    }
}
