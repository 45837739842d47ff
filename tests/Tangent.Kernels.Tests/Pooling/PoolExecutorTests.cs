using Xunit;

namespace Tangent.Kernels.Tests.Pooling;

/// <summary>Poolings of random windows against their definition. The elements are few numbers, so that many tie.</summary>
public sealed class PoolExecutorTests
{
    public static TheoryData<int, DType> Cases => new MatrixTheoryData<int, DType>([128, 256, 512], [DType.Float32, DType.Float64]);

    [Theory, MemberData(nameof(Cases))]
    public void Any_window(int bits, DType dtype)
    {
        var random = new Random(bits + (int)dtype);
        for (int i = 0; i < 60; i++)
        {
            RandomPooling pooling = RandomPooling.Of(random, dtype);
            foreach (PoolOp op in Enum.GetValues<PoolOp>())
                Check(pooling, op, bits);
        }
    }

    [Theory]
    [InlineData(128), InlineData(256), InlineData(512)]
    public void Channels_beyond_registers_and_places_beyond_parts(int bits)
    {
        foreach (PoolOp op in Enum.GetValues<PoolOp>())
        {
            Check(new([2, 9, 8, 131], [3, 3], [2, 2], [1, 1], DType.Float32, 1), op, bits);
            Check(new([1, 90, 30, 67], [3, 2], [1, 1], [2, 1], DType.Float32, 2), op, bits);
            Check(new([2, 70_000, 1], [5], [1], [2], DType.Float64, 3), op, bits);
            Check(new([1, 70_000, 2], [4], [3], [1], DType.Float32, 4), op, bits);
            Check(new([2, 40, 40, 40, 3], [2, 3, 2], [2, 1, 2], [0, 1, 0], DType.Float32, 5), op, bits);
            Check(new([1, 30, 30, 80], [30, 30], [1, 1], [0, 0], DType.Float32, 6), op, bits);
        }
    }

    [Theory]
    [InlineData(DType.Bool), InlineData(DType.UInt8), InlineData(DType.UInt16), InlineData(DType.UInt32), InlineData(DType.UInt64)]
    [InlineData(DType.Int8), InlineData(DType.Int16), InlineData(DType.Int32), InlineData(DType.Int64)]
    public void The_largest_integer(DType dtype)
    {
        var random = new Random((int)dtype);
        foreach (int bits in (int[])[128, 256, 512])
            for (int i = 0; i < 15; i++)
                Check(RandomPooling.Of(random, dtype), PoolOp.Maximum, bits);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        RandomPooling[] poolings =
        [
            new([3, 60, 57, 40], [3, 3], [2, 2], [1, 1], DType.Float32, 1),
            new([1, 300, 200, 3], [5, 5], [1, 1], [2, 2], DType.Float32, 2),
            new([2, 100_000, 1], [7], [1], [3], DType.Float32, 3),
        ];
        foreach (RandomPooling pooling in poolings)
            foreach (PoolOp op in Enum.GetValues<PoolOp>())
            {
                BufferView[] inputs = pooling.Inputs(op);
                var results = new List<float[]>();
                foreach (int threads in (int[])[1, 2, 3, 5, 8])
                    Threads.Use(threads, () => results.Add(Run(pooling, op, inputs, 256).Read<float>()));
                Assert.All(results, result => Assert.Equal(results[0], result));
            }
    }

    [Fact]
    public void What_is_not_a_number_is_the_largest_and_so_are_its_derivatives()
    {
        BufferView x = Views.Of([1f, float.NaN, 3f, 3f, float.NegativeInfinity, float.NegativeInfinity], 6, 1), y = Views.Of([float.NaN, 3f, float.NegativeInfinity], 3, 1);
        BufferView ones = Views.Of([1f, 1f, 1f], 3, 1), ramp = Views.Of([1f, 2f, 3f, 4f, 5f, 6f], 6, 1);
        Assert.Equal(y.Read<float>(), Of(PoolOp.Maximum, 3, x));
        Assert.Equal([float.NaN, 3.5f, 5.5f], Of(PoolOp.MaximumTangent, 3, ramp, x, y));
        Assert.Equal([float.NaN, float.NaN, 0.5f, 0.5f, 0.5f, 0.5f], Of(PoolOp.MaximumCotangent, 6, ones, x, y));

        static float[] Of(PoolOp op, int length, params BufferView[] inputs)
        {
            BufferView output = Views.Empty<float>(length, 1);
            PoolExecutor.Run(new(op, [2], [2], [0]), inputs, output);
            return output.Read<float>();
        }
    }

    private static unsafe void Check(RandomPooling pooling, PoolOp op, int bits)
    {
        BufferView[] inputs = pooling.Inputs(op);
        BufferView output = Run(pooling, op, inputs, bits);
        double[] expected = pooling.Expected(op, inputs);
        Assert.Equal(expected.Length, output.Layout.Count);
        double epsilon = pooling.DType is DType.Float32 ? 1e-5 : 1e-13;
        for (int i = 0; i < expected.Length; i++)
        {
            double actual = RandomPooling.Read(output, i);
            Assert.True(actual == expected[i] || Math.Abs(actual - expected[i]) <= epsilon * (1 + Math.Abs(expected[i])), $"{op} {pooling}, {bits} bits, element {i}: {actual} for {expected[i]}");
        }
    }

    private static unsafe BufferView Run(RandomPooling pooling, PoolOp op, BufferView[] inputs, int bits)
    {
        BufferView output = BufferView.Allocate(pooling.DType, op is PoolOp.MaximumCotangent or PoolOp.MeanCotangent ? pooling.Input : pooling.Output);
        new Span<byte>(output.Pointer, (int)output.Size).Fill(0xFF);
        PoolExecutor.Run(new(op, pooling.Window, pooling.Stride, pooling.Low), inputs, output, bits);
        return output;
    }
}
