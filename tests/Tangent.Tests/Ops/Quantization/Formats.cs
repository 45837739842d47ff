using Xunit;

namespace Tangent.Tests.Ops.Quantization;

/// <summary>The formats that there are.</summary>
public static class Formats
{
    /// <summary>Mode, group size and bits of each.</summary>
    public static TheoryData<QuantizationMode, int, int> All
    {
        get
        {
            var all = new TheoryData<QuantizationMode, int, int>
            {
                { QuantizationMode.MxFp4, 32, 4 }, { QuantizationMode.MxFp8, 32, 8 }, { QuantizationMode.NvFp4, 16, 4 },
            };
            foreach (int bits in (int[])[2, 3, 4, 5, 6, 8])
                foreach (int size in (int[])[32, 64, 128])
                    all.Add(QuantizationMode.Affine, size, bits);
            return all;
        }
    }

    /// <summary>Numbers that are near 0 as a rule.</summary>
    public static NDArray Numbers(Shape shape, DType dtype = DType.Float32, int seed = 0) =>
        Mx.Random.Normal(shape, dtype, key: Mx.Random.Key((ulong)seed));
}
