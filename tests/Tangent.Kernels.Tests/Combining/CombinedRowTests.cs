using Xunit;

namespace Tangent.Kernels.Tests.Data;

public sealed unsafe class CombinedRowTests
{
    private static readonly float[] Specials = [0f, -0f, 1.5f, -2f, float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    [Fact]
    public void Lanes_agree_with_scalars_on_special_values()
    {
        Check<SumCombiner<float, FloatArithmetic<float>>>();
        Check<ProductCombiner<float, FloatArithmetic<float>>>();
        Check<MaximumCombiner<float, FloatArithmetic<float>>>();
        Check<MinimumCombiner<float, FloatArithmetic<float>>>();
    }

    [Fact]
    public void Identities_change_nothing()
    {
        foreach (float x in Specials)
        {
            Assert.Equal(x, SumCombiner<float, FloatArithmetic<float>>.Combine(SumCombiner<float, FloatArithmetic<float>>.Identity, x));
            Assert.Equal(x, ProductCombiner<float, FloatArithmetic<float>>.Combine(ProductCombiner<float, FloatArithmetic<float>>.Identity, x));
            Assert.Equal(x, MaximumCombiner<float, FloatArithmetic<float>>.Combine(MaximumCombiner<float, FloatArithmetic<float>>.Identity, x));
            Assert.Equal(x, MinimumCombiner<float, FloatArithmetic<float>>.Combine(MinimumCombiner<float, FloatArithmetic<float>>.Identity, x));
        }
    }

    [Fact]
    public void Complex_numbers_are_ordered_by_the_real_part_first()
    {
        var (low, high) = (new Complex64(1, 9), new Complex64(2, 0));
        Assert.Equal(high, Complex64Arithmetic.Maximum(low, high));
        Assert.Equal(low, Complex64Arithmetic.Minimum(low, high));
        Assert.Equal(new Complex64(1, 9), Complex64Arithmetic.Maximum(low, new Complex64(1, 8)));
        Assert.True(Complex64Arithmetic.IsNaN(Complex64Arithmetic.Maximum(high, new Complex64(0, float.NaN))));
        Assert.True(Complex64Arithmetic.IsNaN(Complex64Arithmetic.Minimum(new Complex64(float.NaN, 0), low)));
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
