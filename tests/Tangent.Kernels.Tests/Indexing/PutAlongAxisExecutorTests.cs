using Xunit;

namespace Tangent.Kernels.Tests.Indexing;

public sealed class PutAlongAxisExecutorTests
{
    private static readonly BufferView Matrix = Views.Of(Enumerable.Range(0, 6).ToArray(), 2, 3);

    [Fact]
    public void Puts_along_each_axis_and_the_last_update_stays()
    {
        Assert.Equal([0, -1, 2, -3, 4, -2], Put(ScatterMode.Set, Matrix, Views.Of([1, 0, 1], 1, 3), Views.Of([-3, -1, -2], 1, 3), 0));
        Assert.Equal([0, 1, -2, -4, 4, 5], Put(ScatterMode.Set, Matrix, Views.Of([2, -1, 0, 0], 2, 2), Views.Of([-1, -2, -3, -4], 2, 2), 1));
    }

    [Fact]
    public void Adds_every_update() => Assert.Equal(
        [0, 1, 32, 73, 4, 5], Put(ScatterMode.Add, Matrix, Views.Of([2, 2, 0, 0], 2, 2), Views.Of([10, 20, 30, 40], 2, 2), 1));

    [Fact]
    public void Updates_out_of_range_are_ignored() => Assert.Equal(
        [0, 1, 2, 3, 4, 9], Put(ScatterMode.Set, Matrix, Views.Of([3, -4, 99, 2], 2, 2), Views.Of([6, 7, 8, 9], 2, 2), 1));

    [Fact]
    public void Reads_sources_and_updates_of_any_strides() => Assert.Equal(
        [0, 7, 1, 7, 2, 7], Put(ScatterMode.Set, Matrix.Transpose(1, 0), Views.Of([1], 1).Repeat(3), Views.Of([7], 1).Repeat(3), 1));

    [Fact]
    public void Agrees_with_the_definition_on_a_large_array()
    {
        var random = new Random(3);
        int[] indices = [.. Enumerable.Range(0, 400 * 300).Select(_ => random.Next(50))];
        float[] updates = [.. indices.Select(_ => random.NextSingle())];
        var expected = new float[400 * 50];
        for (int i = 0; i < indices.Length; i++)
            expected[i / 300 * 50 + indices[i]] += updates[i];
        var output = Views.Empty<float>(400, 50);
        PutAlongAxisExecutor.Run(
            ScatterMode.Add, Views.Of(new float[400 * 50], 400, 50), Views.Of(indices, 400, 300), Views.Of(updates, 400, 300), 1, output);
        Assert.Equal(expected, output.Read<float>());
    }

    [Fact]
    public void Puts_nothing_into_or_out_of_empty_arrays()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5], Put(ScatterMode.Set, Matrix, Views.Empty<int>(2, 0), Views.Empty<int>(2, 0), 1));
        Assert.Empty(Put(ScatterMode.Set, Views.Empty<int>(0), Views.Of([0], 1), Views.Of([1], 1), 0));
    }

    private static int[] Put(ScatterMode mode, BufferView source, BufferView indices, BufferView updates, int axis)
    {
        var output = Views.Empty<int>(source.Layout.Shape);
        PutAlongAxisExecutor.Run(mode, source, indices, updates, axis, output);
        return output.Read<int>();
    }
}
