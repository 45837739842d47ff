using Xunit;

namespace Tangent.Kernels.Tests.Movement;

public sealed class IotaExecutorTests
{
    [Fact]
    public void Counts_in_every_type()
    {
        Assert.Equal([3, 1, 255, 253], Iota<byte>(3, -2, 4));
        Assert.Equal([3, 1, -1, -3], Iota<sbyte>(3, -2, 4));
        Assert.Equal([0, 2, 4], Iota<ushort>(0, 2, 3));
        Assert.Equal([0, 2, 4], Iota<short>(0, 2, 3));
        Assert.Equal([5u, 8u], Iota<uint>(5, 3, 2));
        Assert.Equal([5, 8], Iota<int>(5, 3, 2));
        Assert.Equal([5ul, 8ul], Iota<ulong>(5, 3, 2));
        Assert.Equal([5L, 8L], Iota<long>(5, 3, 2));
        Assert.Equal([(Half)0.5, (Half)1.5], Iota<Half>(0.5, 1, 2));
        Assert.Equal([(BFloat16)0.5f, (BFloat16)1.5f], Iota<BFloat16>(0.5, 1, 2));
        Assert.Equal([new Complex64(0, 0), new Complex64(0.5f, 0)], Iota<Complex64>(0, 0.5, 2));
        Assert.Equal([false, true, true], Iota<bool>(0, 1, 3));
    }

    [Fact]
    public void Multiplies_instead_of_accumulating_a_rounded_step()
    {
        float[] values = Iota<float>(0, 0.1, 100_001);
        Assert.Equal(10_000f, values[^1]);
        Assert.Equal((float)(0.1 * 77_777), values[77_777]);
        Assert.Equal(0.1 * 77_777, Iota<double>(0, 0.1, 77_778)[^1]);
    }

    [Fact]
    public void Counts_integers_exactly_beyond_the_precision_of_float64()
    {
        long[] values = Iota<long>(1L << 53, 1, 4);
        Assert.Equal((1L << 53) + 3, values[3]);
    }

    [Fact]
    public void Fills_an_empty_array_and_a_scalar()
    {
        Assert.Empty(Iota<float>(1, 1, 0));
        var scalar = Views.Empty<float>();
        IotaExecutor.Run(7, 1, scalar);
        Assert.Equal([7f], scalar.Read<float>());
    }

    private static T[] Iota<T>(double start, double step, int count) where T : unmanaged
    {
        var output = Views.Empty<T>(count);
        IotaExecutor.Run(start, step, output);
        return output.Read<T>();
    }
}
