using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.StructuredProducts;

/// <summary>Products over segments of the depth, and their transposes, against their definition.</summary>
public sealed class SegmentedProductExecutorTests
{
    public static TheoryData<int, DType> Cases => new MatrixTheoryData<int, DType>([32, 128, 256, 512], Sums.Types);

    [Theory, MemberData(nameof(Cases))]
    public void Any_segments(int bits, DType dtype)
    {
        var random = new Random(bits + (int)dtype);
        for (int i = 0; i < 25; i++)
            Check(random.Next(1, 3), random.Next(0, 20), random.Next(0, 40), random.Next(0, 40), random.Next(0, 6), dtype, bits, i);
        if (dtype == DType.Float32)
            Check(1, 30, 2000, 50, 4, dtype, bits, 100);
    }

    [Fact]
    public void A_segment_has_the_bits_of_its_product_alone()
    {
        BufferView x = Operand.Random(DType.Float32, [9, 800], "dense", 1), y = Operand.Random(DType.Float32, [800, 21], "dense", 2);
        BufferView output = Sums.Output(DType.Float32, 2, 9, 21), alone = Sums.Output(DType.Float32, 9, 21);
        SegmentedProductExecutor.Run(x, y, Views.Of([100, 750, 0, 3], 2, 2), output);
        MatMulExecutor.Run(x.Slice(1, 100, 650, 1), y.Slice(0, 100, 650, 1), alone);
        Assert.Equal(alone.Read<float>(), output.Read<float>()[..(9 * 21)]);
    }

    private static void Check(int batch, int m, int k, int n, int count, DType dtype, int bits, int seed)
    {
        var random = new Random(seed);
        BufferView x = Operand.Random(dtype, [batch, m, k], Sums.Kinds[random.Next(5)], seed), y = Operand.Random(dtype, [batch, k, n], Sums.Kinds[random.Next(5)], seed + 1);
        BufferView ct = Operand.Random(dtype, [batch, count, m, n], Sums.Kinds[random.Next(5)], seed + 2);
        int[] bounds = [.. Enumerable.Range(0, batch * count * 2).Select(_ => random.Next(k + 4))];
        Complex[] xs = Sums.Read(x), ys = Sums.Read(y), cts = Sums.Read(ct), products = new Complex[batch * count * m * n], back = new Complex[batch * m * k];
        for (int b = 0; b < batch; b++)
            for (int s = 0; s < count; s++)
                for (int p = bounds[2 * (b * count + s)]; p < Math.Min(k, bounds[2 * (b * count + s) + 1]); p++)
                    for (int row = 0; row < m; row++)
                        for (int column = 0; column < n; column++)
                        {
                            int at = ((b * count + s) * m + row) * n + column;
                            products[at] += xs[(b * m + row) * k + p] * ys[(b * k + p) * n + column];
                            back[(b * m + row) * k + p] += cts[at] * ys[(b * k + p) * n + column];
                        }
        BufferView pairs = Views.Of(bounds, batch, count, 2), output = Sums.Output(dtype, batch, count, m, n), cotangent = Sums.Output(dtype, batch, m, k);
        SegmentedProductExecutor.Run(x, y, pairs, output, bits);
        Sums.Close(products, output, k, $"seed {seed}, {dtype}, {bits} bits");
        SegmentedCotangentExecutor.Run(ct, y, pairs, cotangent, bits);
        Sums.Close(back, cotangent, n * count, $"seed {seed}, {dtype}, {bits} bits, cotangent");
    }
}
