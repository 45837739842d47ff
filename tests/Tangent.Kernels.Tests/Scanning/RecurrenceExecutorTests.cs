using Xunit;

namespace Tangent.Kernels.Tests.Scanning;

public sealed class RecurrenceExecutorTests
{
    [Fact]
    public void Every_term_decays_by_the_factors_after_it()
    {
        var factors = Views.Of([9.0, 2, 0, 3], 4);
        var terms = Views.Of([1.0, 10, 100, 1000], 4);
        Assert.Equal([1.0, 12, 100, 1300], Run<double>(factors, terms, 0));
        Assert.Equal([1891.0, 210, 100, 1000], Run<double>(factors, terms, 0, reverse: true));
    }

    [Fact]
    public void Truth_chooses_where_a_number_would_multiply()
    {
        var stays = Views.Of([true, true, false, true], 4);
        var terms = Views.Of([double.NaN, 1, 2, 3], 4);
        Assert.Equal([double.NaN, double.NaN, 2, 5], Run<double>(stays, terms, 0));
        Assert.Equal([double.NaN, 3, 2, 3], Run<double>(Views.Of([true, true, false, false], 4), terms, 0, reverse: true));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 4)]
    [InlineData(1, 300, 700)]
    [InlineData(400, 300, 1)]
    [InlineData(1, 0, 5)]
    public void Every_axis_agrees_with_the_definition(int outer, int length, int inner)
    {
        var random = new Random(length);
        int[] factors = [.. Enumerable.Range(0, outer * length * inner).Select(_ => random.Next(-9, 10))];
        int[] terms = [.. factors.Select(_ => random.Next(-9, 10))];
        int[] expected = [.. terms];
        for (int i = 0; i < terms.Length; i++)
            if (i / inner % length > 0)
                expected[i] = unchecked(factors[i] * expected[i - inner] + terms[i]);
        int[] shape = [outer, length, inner];
        Assert.Equal(expected, Run<int>(View(factors, shape), View(terms, shape), 1));

        static BufferView View(int[] values, int[] shape) => values.Length == 0 ? Views.Empty<int>(shape) : Views.Of(values, shape);
    }

    [Fact]
    public void Reads_views_of_any_strides()
    {
        var x = Views.Of([1, 2, 3, 4, 5, 6], 2, 3);
        Assert.Equal([1, 8, 2, 15, 3, 24], Run<int>(x.Transpose(1, 0), x.Transpose(1, 0), 1));
    }

    [Fact]
    public void Sixteen_bits_are_rounded_once()
    {
        Half[] ones = [.. Enumerable.Repeat((Half)1, 5000)];
        Assert.Equal((Half)5000, Run<Half>(Views.Of(ones, 5000), Views.Of(ones, 5000), 0)[^1]);
        bool[] stays = [.. Enumerable.Repeat(true, 5000)];
        Assert.Equal((Half)5000, Run<Half>(Views.Of(stays, 5000), Views.Of(ones, 5000), 0)[^1]);
    }

    [Fact]
    public void Arguments_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Run<int>(Views.Of([1, 2], 2), Views.Of([1, 2, 3], 3), 0));
        Assert.Throws<ArgumentException>(() => Run<int>(Views.Of([1f, 2], 2), Views.Of([1, 2], 2), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run<int>(Views.Of([1]), Views.Of([1]), 0));
    }

    private static T[] Run<T>(BufferView factors, BufferView terms, int axis, bool reverse = false) where T : unmanaged
    {
        var output = Views.Empty<T>(terms.Layout.Shape);
        RecurrenceExecutor.Run(factors, terms, axis, reverse, output);
        return output.Read<T>();
    }
}
