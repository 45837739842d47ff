using Xunit;

namespace Tangent.Kernels.Tests.Indexing;

public sealed class TakeAlongAxisExecutorTests
{
    private static readonly BufferView Matrix = Views.Of(Enumerable.Range(0, 12).ToArray(), 3, 4);

    [Fact]
    public void Takes_along_each_axis()
    {
        Assert.Equal([8, 1, 6, 3], Take(Matrix, Views.Of([2, 0, 1, 0], 1, 4), 0));
        Assert.Equal([3, 0, 4, 4, 10, 11], Take(Matrix, Views.Of([3, 0, 0, 0, 2, -1], 3, 2), 1));
    }

    [Fact]
    public void Takes_from_any_strides()
    {
        Assert.Equal([8, 1, 6, 3], Take(Matrix.Transpose(1, 0), Views.Of([2, 0, 1, 0], 4, 1), 1));
        Assert.Equal([1, 2, 0, 3], Take(Views.Of([0, 1, 2, 3], 4).Repeat(2), Views.Of([1, 2, 0, 3], 2, 2), 1));
        var indices = Views.Of([3, 0, 2, 0, 0, -1], 2, 3).Transpose(1, 0);
        Assert.Equal([3, 0, 4, 4, 10, 11], Take(Matrix, indices, 1));
    }

    [Fact]
    public void Indices_out_of_range_are_clamped() =>
        Assert.Equal([8, 1, 10, 3], Take(Matrix, Views.Of([3, -4, 100, -100], 1, 4), 0));

    [Fact]
    public void Agrees_with_the_definition_on_a_large_array()
    {
        var random = new Random(2);
        var source = Views.Of(Enumerable.Range(0, 60 * 50 * 40).ToArray(), 60, 50, 40);
        int[] indices = [.. Enumerable.Range(0, 60 * 30 * 40).Select(_ => random.Next(-50, 50))];
        int[] expected = [.. indices.Select((index, place) => (place / 1200 * 50 + (index + 50) % 50) * 40 + place % 40)];
        Assert.Equal(expected, Take(source, Views.Of(indices, 60, 30, 40), 1));
    }

    [Fact]
    public void Takes_nothing_from_empty_arrays()
    {
        Assert.Empty(Take(Matrix, Views.Empty<int>(3, 0), 1));
        Assert.Empty(Take(Views.Empty<int>(0, 4), Views.Empty<int>(0, 4), 0));
    }

    [Fact]
    public void Refuses_other_shapes_and_an_axis_without_elements()
    {
        Assert.Contains("[3,2]", Assert.Throws<ArgumentException>(() => Take(Matrix, Views.Of(new int[6], 3, 2), 0)).Message);
        Assert.Contains("[0]", Assert.Throws<ArgumentException>(() => Take(Views.Empty<int>(0), Views.Of([0], 1), 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Take(Matrix, Matrix, 2));
    }

    private static int[] Take(BufferView source, BufferView indices, int axis)
    {
        var output = Views.Empty<int>(indices.Layout.Shape);
        TakeAlongAxisExecutor.Run(source, indices, axis, output);
        return output.Read<int>();
    }
}
