using System.Numerics;
using Xunit;

namespace Tangent.Tests.Golden;

public sealed class GoldenCompareTests
{
    private static readonly Tolerance Loose = new(0.01, 0.1);

    [Theory]
    [InlineData(10.2f, 10f, true)]
    [InlineData(10.3f, 10f, false)]
    [InlineData(9.8f, 10f, true)]
    [InlineData(float.NaN, float.NaN, true)]
    [InlineData(float.NaN, 1f, false)]
    [InlineData(1f, float.NaN, false)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, true)]
    [InlineData(float.PositiveInfinity, float.NegativeInfinity, false)]
    [InlineData(1e30f, float.PositiveInfinity, false)]
    [InlineData(-0f, 0f, true)]
    public void Compares_with_both_tolerances(float actual, float expected, bool agrees)
    {
        Assert.Equal(agrees, GoldenCompare.Difference(Floats(actual), Floats(expected), Loose) is null);
    }

    [Fact]
    public void Names_the_worst_element()
    {
        var actual = GoldenArrays.Of(DType.Float32, [2, 2], 1f, 2.5f, 9f, 4f);
        var expected = GoldenArrays.Of(DType.Float32, [2, 2], 1f, 2f, 3f, 4f);
        Assert.Equal("element [1,0] is 9, recorded is 3", GoldenCompare.Difference(actual, expected, Loose));
    }

    [Fact]
    public void Compares_type_and_shape()
    {
        var row = GoldenArrays.Of(DType.Float32, [1, 2], 1f, 2f);
        var column = GoldenArrays.Of(DType.Float32, [2, 1], 1f, 2f);
        var integers = GoldenArrays.Of(DType.Int32, [1, 2], 1, 2);
        Assert.Equal("float32[1,2], recorded is float32[2,1]", GoldenCompare.Difference(row, column, Loose));
        Assert.Equal("int32[1,2], recorded is float32[1,2]", GoldenCompare.Difference(integers, row, Loose));
    }

    [Fact]
    public void Compares_every_element_type()
    {
        foreach (DType dtype in Enum.GetValues<DType>())
        {
            var zero = new GoldenValue.Array(dtype, [1], new byte[dtype.Size]);
            var one = new GoldenValue.Array(dtype, [1], One(dtype));
            Assert.Equal(Complex.One, GoldenElements.Number(one, 0));
            Assert.Null(GoldenCompare.Difference(one, one, Tolerance.Exact));
            Assert.NotNull(GoldenCompare.Difference(zero, one, Tolerance.Exact));
        }
    }

    [Fact]
    public void Compares_large_integers_exactly()
    {
        var x = GoldenArrays.Of(DType.UInt64, [1], ulong.MaxValue);
        var y = GoldenArrays.Of(DType.UInt64, [1], ulong.MaxValue - 1);
        Assert.Equal("element [0] is 18446744073709551615, recorded is 18446744073709551614",
            GoldenCompare.Difference(x, y, Tolerance.Exact));
    }

    [Fact]
    public void Compares_both_parts_of_complex_numbers()
    {
        var x = GoldenArrays.Of(DType.Complex64, [1], new Complex64(1, 2));
        var y = GoldenArrays.Of(DType.Complex64, [1], new Complex64(1, 3));
        Assert.NotNull(GoldenCompare.Difference(x, y, Loose));
        Assert.Null(GoldenCompare.Difference(x, x, Tolerance.Exact));
    }

    [Fact]
    public void Compares_lists_and_dictionaries()
    {
        GoldenValue one = new GoldenValue.Integer(1), two = new GoldenValue.Integer(2);
        Assert.NotNull(GoldenCompare.Difference([one], [one, two], Loose));
        Assert.StartsWith("result 1: ", GoldenCompare.Difference([one, one], [one, two], Loose), StringComparison.Ordinal);
        Assert.Equal("b is missing", GoldenCompare.Difference(Named(("a", one)), Named(("a", one), ("b", two)), Loose));
        Assert.Null(GoldenCompare.Difference(Named(("a", one), ("c", two)), Named(("a", one)), Loose));
    }

    [Fact]
    public void Compares_scalars_and_texts()
    {
        Assert.Null(GoldenCompare.Difference(new GoldenValue.Real(1.05), new GoldenValue.Real(1), Loose));
        Assert.NotNull(GoldenCompare.Difference(new GoldenValue.Real(1.2), new GoldenValue.Real(1), Loose));
        Assert.NotNull(GoldenCompare.Difference(new GoldenValue.Real(1), new GoldenValue.Integer(1), Loose));
        Assert.NotNull(GoldenCompare.Difference(new GoldenValue.Text("a"), new GoldenValue.Text("b"), Loose));
        Assert.NotNull(GoldenCompare.Difference(new GoldenValue.Integers([1]), new GoldenValue.Integers([2]), Loose));
        Assert.Null(GoldenCompare.Difference(new GoldenValue.Integers([1]), new GoldenValue.Integers([1]), Loose));
    }

    private static GoldenValue.Array Floats(float value) => GoldenArrays.Of(DType.Float32, [], value);

    private static GoldenValue.Dictionary Named(params (string Name, GoldenValue Value)[] items) =>
        new(items.ToDictionary(item => item.Name, item => item.Value));

    private static byte[] One(DType dtype) => dtype switch
    {
        DType.Float16 => BitConverter.GetBytes((Half)1),
        DType.BFloat16 => [0x80, 0x3F],
        DType.Float32 => BitConverter.GetBytes(1f),
        DType.Float64 => BitConverter.GetBytes(1d),
        DType.Complex64 => [.. BitConverter.GetBytes(1f), 0, 0, 0, 0],
        _ => [1, .. new byte[dtype.Size - 1]],
    };
}
