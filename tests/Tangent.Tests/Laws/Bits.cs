using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>The bytes of arrays, for results that must be equal to the last bit.</summary>
internal static class Bits
{
    /// <summary>The elements of each array in row-major order.</summary>
    public static byte[][] Of(NDArray[] arrays) => [.. arrays.Select(Of)];

    /// <summary>Asserts that arrays have the bytes that were expected.</summary>
    public static void Equal(byte[][] expected, NDArray[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            if (!expected[i].AsSpan().SequenceEqual(Of(actual[i])))
                Assert.Fail($"{what}: result {i}, {actual[i].Spec}, differs from byte {expected[i].AsSpan().CommonPrefixLength(Of(actual[i]))} on");
    }

    private static unsafe byte[] Of(NDArray x)
    {
        BufferView view = x.Dense();
        byte[] bytes = new Span<byte>(view.Pointer, checked((int)view.Size)).ToArray();
        GC.KeepAlive(view);
        return bytes;
    }
}
