using Xunit;

namespace Tangent.Kernels.Tests.Movement;

public sealed class CopyExecutorTests
{
    [Fact]
    public void Copies_dense_arrays() =>
        CheckToDense<float>(Views.Of(Count<float>(24, i => i), 2, 3, 4));

    [Fact]
    public void Copies_a_scalar() => CheckToDense<double>(Views.Of([3.5]));

    [Fact]
    public void Copies_nothing_from_an_empty_array() => CheckToDense<int>(Views.Empty<int>(3, 0, 2).Transpose(2, 0, 1));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(16, 16)]
    [InlineData(17, 40)]
    [InlineData(65, 33)]
    [InlineData(700, 900)]
    public void Transposes_matrices_of_every_width(int rows, int columns)
    {
        CheckToDense<byte>(Views.Of(Count(rows * columns, i => (byte)i), rows, columns).Transpose(1, 0));
        CheckToDense<short>(Views.Of(Count(rows * columns, i => (short)i), rows, columns).Transpose(1, 0));
        CheckToDense<float>(Views.Of(Count<float>(rows * columns, i => i), rows, columns).Transpose(1, 0));
        CheckToDense<Complex64>(Views.Of(Count(rows * columns, i => new Complex64(i, -i)), rows, columns).Transpose(1, 0));
    }

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(3, 2, 1, 0)]
    [InlineData(0, 2, 1, 3)]
    [InlineData(1, 3, 0, 2)]
    [InlineData(2, 3, 0, 1)]
    public void Permutes_axes(params int[] order)
    {
        CheckToDense<int>(Views.Of(Count(3 * 4 * 5 * 6, i => i), 3, 4, 5, 6).Transpose(order));
        CheckToDense<long>(Views.Of(Count<long>(30 * 20 * 16 * 18, i => i), 30, 20, 16, 18).Transpose(order));
    }

    [Fact]
    public void Copies_steps_reversals_and_repetitions()
    {
        var view = Views.Of(Count<float>(6 * 50, i => i), 6, 50);
        CheckToDense<float>(view.Slice(1, 1, 20, 2));
        CheckToDense<float>(view.Slice(1, 49, 50, -1));
        CheckToDense<float>(view.Slice(0, 5, 3, -2).Transpose(1, 0));
        CheckToDense<float>(view.Repeat(3));
        CheckToDense<float>(view.Repeat(40).Transpose(2, 1, 0));
    }

    [Fact]
    public void Copies_rows_that_are_streamed()
    {
        var view = Views.Of(Count<float>(3_000 * 1_001, i => i), 3_000, 1_001);
        CheckToDense<float>(view);
        CheckToDense<float>(view.Slice(1, 1, 1_000, 1));
    }

    [Fact]
    public void Copies_a_long_strided_row_on_all_threads() =>
        CheckToDense<float>(Views.Of(Count<float>(600_000, i => i), 300_000, 2).Slice(1, 1, 1, 1));

    [Fact]
    public void Writes_only_the_places_of_a_strided_destination()
    {
        var output = Views.Of(new int[4 * 10], 4, 10);
        CopyExecutor.Run(Views.Of([1, 2, 3, 4, 5, 6], 2, 3), output.Slice(0, 1, 2, 2).Slice(1, 8, 3, -3));
        var expected = new int[40];
        (expected[18], expected[15], expected[12]) = (1, 2, 3);
        (expected[38], expected[35], expected[32]) = (4, 5, 6);
        Assert.Equal(expected, output.Read<int>());
    }

    [Fact]
    public void Writes_a_transposed_destination()
    {
        var source = Views.Of(Count(20 * 30, i => i), 20, 30);
        var output = Views.Empty<int>(30, 20);
        CopyExecutor.Run(source, output.Transpose(1, 0));
        Assert.Equal(source.Transpose(1, 0).Read<int>(), output.Read<int>());
    }

    [Fact]
    public void Refuses_other_shapes_and_types()
    {
        var source = Views.Of([1, 2], 2);
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => CopyExecutor.Run(source, Views.Empty<int>(3))).Message);
        Assert.Contains("float32", Assert.Throws<ArgumentException>(() => CopyExecutor.Run(source, Views.Empty<float>(2))).Message);
    }

    private static void CheckToDense<T>(BufferView source) where T : unmanaged
    {
        var output = Views.Empty<T>(source.Layout.Shape);
        CopyExecutor.Run(source, output);
        Assert.Equal(source.Read<T>(), output.Read<T>());
    }

    private static T[] Count<T>(int count, Func<int, T> value) => [.. Enumerable.Range(0, count).Select(value)];
}
