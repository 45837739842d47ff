using Xunit;

namespace Tangent.Kernels.Tests.Quantization;

/// <summary>Every code of the small floats, at every width of vectors.</summary>
public sealed unsafe class SmallFloatsTests
{
    [Fact]
    public void Each_code_is_the_number_of_its_fields()
    {
        Check<Lanes128<float>>();
        Check<Lanes256<float>>();
        Check<Lanes512<float>>();
    }

    [Fact]
    public void Floats_of_four_bits_are_among_those_of_eight()
    {
        byte[] codes = [.. Enumerable.Range(0, 16).Select(code => (byte)code), 3, 9, 15];
        byte[] wide = [.. codes];
        SmallFloats.FromE2M1ToE4M3(wide);
        Assert.Equal(codes.Select(code => RandomMatrix.Float(code, 1, 1, 3)), wide.Select(code => RandomMatrix.Float(code, 3, 7)));
    }

    private static void Check<V>()
        where V : unmanaged, ILanes<V, float>
    {
        float* numbers = stackalloc float[16];
        byte* codes = stackalloc byte[16];
        for (int first = 0; first < 256; first += V.Count)
        {
            for (int i = 0; i < V.Count; i++)
                codes[i] = (byte)(first + i);
            V bytes = NarrowMemory.LoadBytes<V, float>(codes);
            V.Store(SmallFloats.FromE4M3(bytes), numbers);
            for (int i = 0; i < V.Count; i++)
                Assert.Equal((codes[i] & 0x7F) == 0x7F ? float.NaN : (float)RandomMatrix.Float(codes[i], 3, 7), numbers[i]);
            V.Store(SmallFloats.FromE8M0(bytes), numbers);
            for (int i = 0; i < V.Count; i++)
                Assert.Equal(codes[i] == 255 ? float.NaN : (float)Math.ScaleB(1, codes[i] - 127), numbers[i]);
            if (first >= 16)
                continue;
            V.Store(SmallFloats.FromE2M1(bytes), numbers);
            for (int i = 0; i < V.Count; i++)
                Assert.Equal((float)RandomMatrix.Float(codes[i], 1, 1, 3), numbers[i]);
        }
    }
}
