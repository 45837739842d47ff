using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.Scanning;

public sealed unsafe class LaneScanTests
{
    [Fact]
    public void Every_width_and_type_agrees_with_the_definition()
    {
        CheckWidths<sbyte>();
        CheckWidths<ushort>();
        CheckWidths<int>();
        CheckWidths<ulong>();
    }

    [Fact]
    public void Not_a_number_and_the_sign_of_zero_pass_through()
    {
        float[] x = [.. Enumerable.Repeat(-0f, 40), 1, .. Enumerable.Repeat(2f, 10), float.NaN, .. Enumerable.Repeat(3f, 30)];
        float[] largest = Scan<MaximumCombiner<float, FloatArithmetic<float>>, Lanes512<float>, float>(x, false, 0, false, out _, out _);
        Assert.True(float.IsNegative(largest[39]));
        Assert.Equal((1f, 2f), (largest[40], largest[50]));
        Assert.All(largest[51..80], value => Assert.True(float.IsNaN(value)));
        float[] sums = Scan<SumCombiner<float, FloatArithmetic<float>>, Lanes256<float>, float>(x, false, 0, false, out _, out _);
        Assert.True(float.IsNegative(sums[39]));
        Assert.Equal((1f, 21f), (sums[40], sums[50]));
    }

    private static void CheckWidths<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Check<SumCombiner<T, IntegerArithmetic<T>>, T>();
        Check<ProductCombiner<T, IntegerArithmetic<T>>, T>();
        Check<MaximumCombiner<T, IntegerArithmetic<T>>, T>();
        Check<MinimumCombiner<T, IntegerArithmetic<T>>, T>();
    }

    private static void Check<TCombiner, T>()
        where TCombiner : struct, ICombiner<T>
        where T : unmanaged, IBinaryInteger<T>
    {
        foreach (bool reverse in (bool[])[false, true])
            foreach (bool hasSum in (bool[])[false, true])
            {
                Check<TCombiner, Lanes128<T>, T>(reverse, hasSum);
                Check<TCombiner, Lanes256<T>, T>(reverse, hasSum);
                Check<TCombiner, Lanes512<T>, T>(reverse, hasSum);
            }
    }

    private static void Check<TCombiner, V, T>(bool reverse, bool hasSum)
        where TCombiner : struct, ICombiner<T>
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, IBinaryInteger<T>
    {
        foreach (int count in (int[])[0, 1, V.Count - 1, V.Count, V.Count + 1, 2 * V.Count, 4 * V.Count + 1])
        {
            T[] x = [.. Enumerable.Range(0, count).Select(i => T.CreateTruncating(i * i % 13 + 1))];
            T[] actual = Scan<TCombiner, V, T>(x, reverse, T.CreateTruncating(3), hasSum, out T total, out long done);
            Assert.Equal(count / V.Count * V.Count, done);
            T sum = T.CreateTruncating(3);
            for (int i = 0; i < done; i++)
            {
                int place = reverse ? count - 1 - i : i;
                sum = i == 0 && !hasSum ? x[place] : TCombiner.Combine(sum, x[place]);
                Assert.Equal(sum, actual[place]);
            }
            if (done > 0)
                Assert.Equal(sum, total);
        }
    }

    private static T[] Scan<TCombiner, V, T>(T[] x, bool reverse, T sum, bool hasSum, out T total, out long done)
        where TCombiner : struct, ICombiner<T>
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        var output = new T[x.Length + 1];
        long first = reverse ? x.Length - 1 : 0;
        fixed (T* from = x, to = output)
            done = LaneScan<TCombiner, V, T>.Run(from + first, to + first, x.Length, reverse, ref sum, hasSum);
        total = sum;
        return output;
    }
}
