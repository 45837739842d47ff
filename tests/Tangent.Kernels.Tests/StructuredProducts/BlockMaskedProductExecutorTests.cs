using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.StructuredProducts;

/// <summary>Products with blocks left out against their definition. What is left out is NaN.</summary>
public sealed class BlockMaskedProductExecutorTests
{
    public static TheoryData<int, DType> Cases => new MatrixTheoryData<int, DType>([32, 128, 256, 512], Sums.Types);

    [Theory, MemberData(nameof(Cases))]
    public void Any_masks(int bits, DType dtype)
    {
        var random = new Random(bits + (int)dtype);
        for (int masks = 0; masks < 8; masks++)
            for (int i = 0; i < 3; i++)
                Check(random.Next(1, 3), random.Next(0, 90), random.Next(0, 120), random.Next(0, 90), 32, (BlockMasks)masks, random.NextDouble(), dtype, bits, 8 * i + masks);
        if (dtype == DType.Float32)
            Check(1, 300, 70, 560, 64, BlockMasks.Output | BlockMasks.Left | BlockMasks.Right, 0.7, dtype, bits, 1);
    }

    [Fact]
    public void Without_anything_left_out_it_has_the_bits_of_a_product()
    {
        BufferView x = Operand.Random(DType.Float32, [300, 700], "dense", 1), y = Operand.Random(DType.Float32, [700, 600], "dense", 2);
        BufferView output = Sums.Output(DType.Float32, 300, 600), plain = Sums.Output(DType.Float32, 300, 600);
        BlockMaskedProductExecutor.Run(new(64, BlockMasks.Left), [x, y, Views.Of([.. Enumerable.Repeat(true, 55)], 5, 11)], output);
        MatMulExecutor.Run(x, y, plain);
        Assert.Equal(plain.Read<float>(), output.Read<float>());
    }

    private static unsafe void Check(int batch, int m, int k, int n, int size, BlockMasks which, double share, DType dtype, int bits, int seed)
    {
        var random = new Random(seed);
        BufferView x = Operand.Random(dtype, [batch, m, k], "strided", seed), y = Operand.Random(dtype, [batch, k, n], "transposed", seed + 1);
        var inputs = new List<BufferView> { x, y };
        bool[]? output = Mask(BlockMasks.Output, m, n), left = Mask(BlockMasks.Left, m, k), right = Mask(BlockMasks.Right, k, n);
        Poison(x, left, m, k);
        Poison(y, right, k, n);
        Complex[] xs = Sums.Read(x), ys = Sums.Read(y), expected = new Complex[batch * m * n];
        for (int b = 0; b < batch; b++)
            for (int row = 0; row < m; row++)
                for (int column = 0; column < n; column++)
                    for (int p = 0; p < k && Counts(output, b, row, column, m, n); p++)
                        if (Counts(left, b, row, p, m, k) && Counts(right, b, p, column, k, n))
                            expected[(b * m + row) * n + column] += xs[(b * m + row) * k + p] * ys[(b * k + p) * n + column];
        BufferView result = Sums.Output(dtype, batch, m, n);
        BlockMaskedProductExecutor.Run(new(size, which), [.. inputs], result, bits);
        Sums.Close(expected, result, k, $"seed {seed}, {which}, {dtype}, {bits} bits");

        int Blocks(int length) => (length + size - 1) / size;

        bool[]? Mask(BlockMasks mask, int rows, int columns)
        {
            if (!which.HasFlag(mask))
                return null;
            bool[] blocks = [.. Enumerable.Range(0, batch * Blocks(rows) * Blocks(columns)).Select(_ => random.NextDouble() < share)];
            inputs.Add(Views.Of(blocks, batch, Blocks(rows), Blocks(columns)));
            return blocks;
        }

        bool Counts(bool[]? mask, int b, int row, int column, int rows, int columns) =>
            mask is null || mask[(b * Blocks(rows) + row / size) * Blocks(columns) + column / size];

        void Poison(BufferView view, bool[]? mask, int rows, int columns)
        {
            int index = 0;
            foreach (long offset in Operand.Offsets(view.Layout))
            {
                (int row, int column) = (index / columns % rows, index % columns);
                if (!Counts(mask, index / columns / rows, row, column, rows, columns))
                    Operand.Write(view.Pointer, dtype, offset, double.NaN);
                index++;
            }
        }
    }
}
