using Xunit;

namespace Tangent.Kernels.Tests.Data;

public sealed unsafe class CombinedRowTests
{
    private static readonly float[] Specials = [0f, -0f, 1.5f, -2f, float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    [Fact]
    public void Lanes_agree_with_scalars_on_special_values()
    {
        Check<SumCombiner<float, FloatElement<float>>>();
        Check<ProductCombiner<float, FloatElement<float>>>();
        Check<MaximumCombiner<float, FloatElement<float>>>();
        Check<MinimumCombiner<float, FloatElement<float>>>();
    }

    [Fact]
    public void Identities_change_nothing()
    {
        foreach (float x in Specials)
        {
            Assert.Equal(x, SumCombiner<float, FloatElement<float>>.Combine(SumCombiner<float, FloatElement<float>>.Identity, x));
            Assert.Equal(x, ProductCombiner<float, FloatElement<float>>.Combine(ProductCombiner<float, FloatElement<float>>.Identity, x));
            Assert.Equal(x, MaximumCombiner<float, FloatElement<float>>.Combine(MaximumCombiner<float, FloatElement<float>>.Identity, x));
            Assert.Equal(x, MinimumCombiner<float, FloatElement<float>>.Combine(MinimumCombiner<float, FloatElement<float>>.Identity, x));
        }
    }

    [Fact]
    public void Complex_numbers_are_ordered_by_the_real_part_first()
    {
        var (low, high) = (new Complex64(1, 9), new Complex64(2, 0));
        Assert.Equal(high, Complex64Element.Maximum(low, high));
        Assert.Equal(low, Complex64Element.Minimum(low, high));
        Assert.Equal(new Complex64(1, 9), Complex64Element.Maximum(low, new Complex64(1, 8)));
        Assert.True(Complex64Element.IsNaN(Complex64Element.Maximum(high, new Complex64(0, float.NaN))));
        Assert.True(Complex64Element.IsNaN(Complex64Element.Minimum(new Complex64(float.NaN, 0), low)));
    }

    private static void Check<TCombiner>() where TCombiner : struct, ICombiner<float>
    {
        float[] x = [.. Specials.SelectMany(_ => Specials)];
        float[] y = [.. Specials.SelectMany(value => Enumerable.Repeat(value, Specials.Length))];
        for (int count = 0; count <= x.Length; count++)
        {
            var destination = new float[x.Length];
            fixed (float* from = x, with = y, to = destination)
                CombinedRow<float, TCombiner>.Run(from, with, to, count);
            for (int i = 0; i < count; i++)
                Assert.Equal(Bits(TCombiner.Combine(x[i], y[i])), Bits(destination[i]));
            Assert.All(destination[count..], value => Assert.Equal(0, value));
        }
    }

    private static int Bits(float x) => float.IsNaN(x) ? int.MaxValue : BitConverter.SingleToInt32Bits(x);
}
