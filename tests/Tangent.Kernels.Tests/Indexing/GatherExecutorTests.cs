using Xunit;

namespace Tangent.Kernels.Tests.Indexing;

public sealed class GatherExecutorTests
{
    private static readonly BufferView Matrix = Views.Of(Enumerable.Range(0, 12).ToArray(), 3, 4);

    [Fact]
    public void Collects_rows() => Assert.Equal(
        [8, 9, 10, 11, 0, 1, 2, 3], Gather<int>(Matrix, [Views.Of([2, 0], 2)], [0], [1, 4], 2, 1, 4));

    [Fact]
    public void Collects_columns_of_any_strides()
    {
        Assert.Equal([3, 7, 11, 1, 5, 9], Gather<int>(Matrix, [Views.Of([3, 1], 2)], [1], [3, 1], 2, 3, 1));
        Assert.Equal([8, 9, 10, 11], Gather<int>(Matrix.Transpose(1, 0), [Views.Of([2], 1)], [1], [4, 1], 1, 4, 1));
    }

    [Fact]
    public void Collects_elements_by_two_indices_that_broadcast() => Assert.Equal(
        [0, 3, 8, 11], Gather<int>(Matrix, [Views.Of([0, 2], 2, 1), Views.Of([0, 3], 2)], [0, 1], [1, 1], 2, 2, 1, 1));

    [Fact]
    public void Collects_windows() => Assert.Equal(
        [5, 6, 9, 10, 1, 2, 5, 6], Gather<int>(Matrix, [Views.Of([1, 0], 2), Views.Of([1, 1], 2)], [0, 1], [2, 2], 2, 2, 2));

    [Fact]
    public void Negative_indices_count_from_the_end_once() => Assert.Equal(
        [8, 9, 10, 11, 0, 1, 2, 3], Gather<int>(Matrix, [Views.Of([-1, -3], 2)], [0], [1, 4], 2, 1, 4));

    [Fact]
    public void Indices_out_of_range_are_clamped()
    {
        var rows = Views.Of([long.MaxValue, long.MinValue, 3, -4], 4);
        Assert.Equal([8, 0, 8, 0], Gather<int>(Matrix, [rows], [0], [1, 1], 4, 1, 1));
        Assert.Equal([8], Gather<int>(Matrix, [Views.Of([ulong.MaxValue], 1)], [0], [1, 1], 1, 1, 1));
        Assert.Equal([4, 8], Gather<int>(Matrix, [Views.Of([2], 1)], [0], [2, 1], 1, 2, 1));
    }

    [Fact]
    public void Accepts_every_integer_type_of_indices()
    {
        Check(Views.Of<byte>([2, 1], 2));
        Check(Views.Of<ushort>([2, 1], 2));
        Check(Views.Of<uint>([2, 1], 2));
        Check(Views.Of<ulong>([2, 1], 2));
        Check(Views.Of<sbyte>([-1, 1], 2));
        Check(Views.Of<short>([-1, 1], 2));
        Check(Views.Of<int>([-1, 1], 2));
        Check(Views.Of<long>([-1, 1], 2));
        static void Check(BufferView indices) => Assert.Equal([8, 4], Gather<int>(Matrix, [indices], [0], [1, 1], 2, 1, 1));
    }

    [Fact]
    public void Moves_elements_of_every_width()
    {
        var places = Views.Of([1, 0, 1], 3);
        Assert.Equal([true, false, true], Gather<bool>(Views.Of([false, true], 2), [places], [0], [1], 3, 1));
        Assert.Equal([(Half)2, (Half)1, (Half)2], Gather<Half>(Views.Of([(Half)1, (Half)2], 2), [places], [0], [1], 3, 1));
        Assert.Equal([2.0, 1.0, 2.0], Gather<double>(Views.Of([1.0, 2.0], 2), [places], [0], [1], 3, 1));
    }

    [Fact]
    public void Nothing_is_read_for_empty_indices_slices_or_sources()
    {
        Assert.Empty(Gather<int>(Matrix, [Views.Empty<int>(0)], [0], [1, 4], 0, 1, 4));
        Assert.Empty(Gather<int>(Matrix, [Views.Of([1], 1)], [0], [1, 0], 1, 1, 0));
        Assert.Empty(Gather<int>(Views.Empty<int>(0, 4), [Views.Empty<int>(0)], [0], [0, 4], 0, 0, 4));
    }

    [Fact]
    public void Without_indices_the_leading_slice_is_taken() =>
        Assert.Equal([0, 1, 4, 5], Gather<int>(Matrix, [], [], [2, 2], 2, 2));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(70)]
    public void Many_indices_are_shared_out_among_threads(int width)
    {
        var random = new Random(width);
        int[] rows = [.. Enumerable.Range(0, 40_000).Select(_ => random.Next(-500, 500))];
        var source = Views.Of(Enumerable.Range(0, 500 * width).ToArray(), 500, width);
        var indices = Views.Of(rows, rows.Length);
        int[] expected = [.. rows.SelectMany(row => Enumerable.Range((row + 500) % 500 * width, width))];
        Assert.Equal(expected, Gather<int>(source, [indices], [0], [1, width], rows.Length, 1, width));
        var columns = Views.Empty<int>(width, 500);
        CopyExecutor.Run(source.Transpose(1, 0), columns);
        Assert.Equal(expected, Gather<int>(columns, [indices], [1], [width, 1], rows.Length, width, 1));
    }

    [Fact]
    public void Refuses_what_would_read_outside()
    {
        var place = Views.Of([0], 1);
        Assert.Contains("axis 1 of length 4", Throws(Matrix, [place], [0], [1, 5], 1, 1, 5));
        Assert.Contains("axis 2", Throws(Matrix, [place], [2], [1, 1], 1, 1, 1));
        Assert.Contains("repeat", Throws(Matrix, [place, place], [0, 0], [1, 1], 1, 1, 1));
        Assert.Contains("length 0", Throws(Views.Empty<int>(0), [place], [0], [1], 1, 1));
        Assert.Contains("float32", Throws(Matrix, [Views.Of([0f], 1)], [0], [1, 1], 1, 1, 1));
        Assert.Contains("[1,1,4]", Throws(Matrix, [place], [0], [1, 1], 1, 1, 4));
    }

    private static string Throws(BufferView source, BufferView[] indices, int[] axes, int[] sizes, params int[] shape) =>
        Assert.ThrowsAny<ArgumentException>(() => Gather<int>(source, indices, axes, sizes, shape)).Message;

    private static T[] Gather<T>(BufferView source, BufferView[] indices, int[] axes, int[] sizes, params int[] shape)
        where T : unmanaged
    {
        var output = Views.Empty<T>(shape);
        GatherExecutor.Run(source, indices, axes, sizes, output);
        return output.Read<T>();
    }
}
