using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.StructuredProducts;

/// <summary>Products of chosen matrices, and sums of them, against their definition.</summary>
public sealed class GatherProductExecutorTests
{
    public static TheoryData<int, DType> Cases => new MatrixTheoryData<int, DType>([32, 128, 256, 512], Sums.Types);

    [Theory, MemberData(nameof(Cases))]
    public void Any_choice(int bits, DType dtype)
    {
        var random = new Random(bits + (int)dtype);
        for (int i = 0; i < 40; i++)
        {
            bool few = random.Next(2) == 0;
            var choice = new Choice(
                [random.Next(1, 5), few ? random.Next(1, 3) : random.Next(0, 20), random.Next(0, 30)], [random.Next(1, 5), 0, random.Next(0, 40)],
                Sums.Kinds[random.Next(5)], Sums.Kinds[random.Next(5)], dtype, random.Next(few ? 60 : 6), random.Next(1, 7), i);
            choice.Check(bits);
        }
    }

    [Theory]
    [InlineData(128), InlineData(256), InlineData(512)]
    public void Sizes_beyond_blocks(int bits)
    {
        new Choice([40, 1, 500], [3, 0, 300], "dense", "dense", DType.Float32, 150, 5, 1).Check(bits);
        new Choice([2, 70, 40], [2, 0, 50], "dense", "transposed", DType.Float32, 12, 2, 2).Check(bits);
        new Choice([6, 1100, 1], [6, 0, 1050], "transposed", "dense", DType.Float32, 6, 2, 3).Check(bits);
        new Choice([5, 3, 900], [5, 0, 17], "strided", "strided", DType.BFloat16, 50, 3, 4).Check(bits);
    }

    [Fact]
    public void Neighbours_are_read_where_they_lie_and_give_the_same_bits()
    {
        BufferView x = Operand.Random(DType.Float32, [6, 2, 70], "dense", 1), y = Operand.Random(DType.Float32, [2, 70, 33], "dense", 2);
        float[] Run(int[] left, int[] right)
        {
            BufferView output = Sums.Output(DType.Float32, left.Length, 2, 33);
            GatherProductExecutor.Run(x, y, Sums.Indices(left), Sums.Indices(right), output);
            return output.Read<float>();
        }
        float[] inOrder = Run([0, 1, 2, 3, 4, 5], [0, 0, 0, 1, 1, 1]), apart = Run([5, 0, 3, 2, 4, 1], [1, 0, 1, 0, 1, 0]);
        int[] places = [1, 5, 3, 2, 4, 0];
        for (int i = 0; i < 6; i++)
            Assert.Equal(inOrder[(66 * i)..(66 * (i + 1))], apart[(66 * places[i])..(66 * (places[i] + 1))]);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        foreach ((int[] shapeOfX, int[] shapeOfY) in ((int[], int[])[])[([20, 1, 300], [4, 300, 200]), ([3, 80, 90], [3, 90, 100])])
        {
            BufferView x = Operand.Random(DType.Float32, shapeOfX, "dense", 1), y = Operand.Random(DType.Float32, shapeOfY, "dense", 2);
            var random = new Random(3);
            BufferView left = Sums.Indices([.. Enumerable.Range(0, 100).Select(_ => random.Next(shapeOfX[0]))]), right = Sums.Indices([.. Enumerable.Range(0, 100).Select(_ => random.Next(shapeOfY[0]))]);
            BufferView groups = Sums.Indices([.. Enumerable.Range(0, 100).Select(_ => random.Next(7))]);
            List<float[]> each = [], sums = [];
            foreach (int threads in (int[])[1, 2, 3, 5, 8])
                Threads.Use(threads, () =>
                {
                    BufferView output = Sums.Output(DType.Float32, 100, shapeOfX[1], shapeOfY[2]), sum = Sums.Output(DType.Float32, 7, shapeOfX[1], shapeOfY[2]);
                    GatherProductExecutor.Run(x, y, left, right, output, 256);
                    GroupedProductExecutor.Run([x, y, left, right, groups], sum, 256);
                    each.Add(output.Read<float>());
                    sums.Add(sum.Read<float>());
                });
            Assert.All(each, result => Assert.Equal(each[0], result));
            Assert.All(sums, result => Assert.Equal(sums[0], result));
        }
    }

    private sealed record Choice(int[] X, int[] Y, string KindOfX, string KindOfY, DType DType, int Count, int Groups, int Seed)
    {
        public void Check(int bits)
        {
            (int m, int k, int n) = (X[1], X[2], Y[2]);
            BufferView x = Operand.Random(DType, X, KindOfX, Seed), y = Operand.Random(DType, [Y[0], k, n], KindOfY, Seed + 1);
            var random = new Random(Seed);
            bool isSorted = random.Next(2) == 0;
            int[] left = [.. Enumerable.Range(0, Count).Select(_ => random.Next(-X[0] - 1, X[0] + 2))], right = [.. Enumerable.Range(0, Count).Select(_ => random.Next(-Y[0] - 1, Y[0] + 2))];
            if (isSorted)
                (left, right) = ([.. left.Order()], [.. right.Order()]);
            int[] groups = [.. Enumerable.Range(0, Count).Select(_ => random.Next(Groups))];
            Complex[] xs = Sums.Read(x), ys = Sums.Read(y), each = new Complex[Count * m * n], sums = new Complex[Groups * m * n];
            for (int i = 0; i < Count; i++)
                for (int row = 0; row < m; row++)
                    for (int column = 0; column < n; column++)
                    {
                        Complex sum = 0;
                        for (int p = 0; p < k; p++)
                            sum += xs[((Place(left[i], X[0]) * m) + row) * k + p] * ys[((Place(right[i], Y[0]) * k) + p) * n + column];
                        each[((i * m) + row) * n + column] = sum;
                        sums[((groups[i] * m) + row) * n + column] += sum;
                    }
            BufferView output = Sums.Output(DType, Count, m, n), grouped = Sums.Output(DType, Groups, m, n);
            GatherProductExecutor.Run(x, y, Sums.Indices(left), Sums.Indices(right), output, bits);
            Sums.Close(each, output, k, $"{this}, {bits} bits");
            GroupedProductExecutor.Run([x, y, Sums.Indices(left), Sums.Indices(right), Sums.Indices(groups)], grouped, bits);
            Sums.Close(sums, grouped, k * Count, $"{this}, {bits} bits, summed up");
        }

        private static int Place(int index, int count) => Math.Clamp(index < 0 ? index + count : index, 0, count - 1);
    }
}
