using Xunit;

namespace Tangent.Kernels.Tests.Indexing;

public sealed class PartUpdateTests
{
    [Fact]
    public void Adds_in_every_type()
    {
        CheckSum<byte>(250, 10, 4);
        CheckSum<sbyte>(1, -3, -2);
        CheckSum<short>(1, 2, 3);
        CheckSum<ushort>(1, 2, 3);
        CheckSum(1, 2, 3);
        CheckSum<uint>(1, 2, 3);
        CheckSum<ulong>(1, 2, 3);
        CheckSum<long>(1, 2, 3);
        CheckSum((Half)1, (Half)0.5f, (Half)1.5f);
        CheckSum((BFloat16)1f, (BFloat16)0.5f, (BFloat16)1.5f);
        CheckSum(1f, 0.25f, 1.25f);
        CheckSum(1.0, 0.25, 1.25);
        CheckSum(new Complex64(1, 2), new Complex64(3, -1), new Complex64(4, 1));
        CheckSum(false, true, true);
    }

    [Theory, InlineData(1, 1), InlineData(3, -1), InlineData(700, 2), InlineData(90_000, 1)]
    public void Any_strides_and_lengths(int length, int step)
    {
        int[] values = [.. Enumerable.Range(0, 2 * 3 * length)];
        var update = Views.Of(values, length, 3, 2).Transpose(2, 1, 0);
        var whole = Views.Of(Enumerable.Repeat(5, 4 * 3 * length * Math.Abs(step)).ToArray(), 4, 3, length * Math.Abs(step));
        BufferView part = whole.Slice(0, 3, 2, -2).Slice(2, step < 0 ? length - 1 : 0, length, step);
        PartUpdate.Apply(ScatterMode.Add, update, part);
        Assert.Equal(update.Read<int>().Select(value => value + 5), part.Read<int>());
        Assert.Equal(whole.Read<int>().Length - update.Layout.Count, whole.Read<int>().Count(value => value == 5) - update.Read<int>().Count(value => value == 0));
    }

    [Fact]
    public void The_kernel_works_in_place()
    {
        var kernel = new SliceUpdateKernel(new([1], [2], [2], []), ScatterMode.Add);
        BufferView x = Views.Of([1f, 2, 3, 4], 4), y = Views.Empty<float>(4), update = Views.Of([10f, 20f], 2);
        SliceUpdateExecutor.Run(kernel, x, update, y);
        Assert.Equal([1f, 12, 3, 24], y.Read<float>());
        Assert.Equal([1f, 2, 3, 4], x.Read<float>());
        SliceUpdateExecutor.Run(kernel, x, update, x);
        Assert.Equal([1f, 12, 3, 24], x.Read<float>());
    }

    private static void CheckSum<T>(T first, T second, T expected)
        where T : unmanaged
    {
        BufferView x = Views.Of(Enumerable.Repeat(first, 2 * 37).ToArray(), 2, 37);
        PartUpdate.Apply(ScatterMode.Add, Views.Of(Enumerable.Repeat(second, 37).ToArray(), 1, 37), x.Slice(0, 1, 1, 1));
        Assert.Equal([.. Enumerable.Repeat(first, 37), .. Enumerable.Repeat(expected, 37)], x.Read<T>());
        BufferView scalar = Views.Of([first]);
        PartUpdate.Apply(ScatterMode.Add, Views.Of([second]), scalar);
        Assert.Equal([expected], scalar.Read<T>());
    }
}
