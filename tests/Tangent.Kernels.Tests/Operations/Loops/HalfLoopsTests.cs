using Xunit;

namespace Tangent.Kernels.Tests.Operations.Loops;

/// <summary>The loops that load, store and round 16-bit floating types, at the widest vectors that the hardware has.</summary>
public sealed unsafe class HalfLoopsTests
{
    [Theory]
    [InlineData(DType.Float16)]
    [InlineData(DType.BFloat16)]
    public void Every_number_is_loaded(DType dtype)
    {
        ushort[] bits = [.. Enumerable.Range(0, 65536).Select(i => (ushort)i)];
        float[] loaded = Load(dtype, bits);
        Assert.Equal(bits.Select(b => Bits(Wide(dtype, b))), loaded.Select(Bits));
    }

    [Theory]
    [InlineData(DType.Float16)]
    [InlineData(DType.BFloat16)]
    public void Numbers_at_and_beside_and_halfway_between_all_others_are_rounded(DType dtype)
    {
        List<float> values = [];
        for (int bits = 0; bits < 65535; bits++)
        {
            float here = Wide(dtype, (ushort)bits), next = Wide(dtype, (ushort)(bits + 1));
            // Beyond the largest number of bfloat16 there is none between.
            float halfway = float.IsFinite(here) && float.IsFinite(next) ? here + (next - here) / 2 : here;
            values.AddRange([here, halfway, float.BitIncrement(halfway), float.BitDecrement(halfway)]);
        }
        values.AddRange([65519.996f, 65520, -65520, 65536, 1e10f, -3e38f, float.MaxValue, float.Epsilon, -float.Epsilon]);
        CheckStored(dtype, [.. values]);
    }

    [Theory]
    [InlineData(DType.Float16)]
    [InlineData(DType.BFloat16)]
    public void Numbers_from_everywhere_are_rounded(DType dtype) =>
        // Steps of a prime through all float32, NaN among them.
        CheckStored(dtype, [.. Enumerable.Range(0, (int)((1L << 32) / 4093)).Select(i => BitConverter.UInt32BitsToSingle((uint)i * 4093))]);

    [Theory]
    [InlineData(DType.Float16)]
    [InlineData(DType.BFloat16)]
    public void NaN_and_infinity_leave_the_lanes_beside_them_alone(DType dtype)
    {
        for (int lane = 0; lane < 64; lane++)
        {
            foreach (float special in (float[])[float.NaN, -float.NaN, BitConverter.UInt32BitsToSingle(0x7F80_0001), float.PositiveInfinity, float.NegativeInfinity])
            {
                float[] values = [.. Enumerable.Range(0, 64).Select(i => i == lane ? special : 1.0001f * i)];
                CheckStored(dtype, values);
                ushort[] bits = [.. values.Select(x => Narrow(dtype, x))];
                Assert.Equal(bits.Select(b => Bits(Wide(dtype, b))), Load(dtype, bits).Select(Bits));
            }
        }
    }

    private static void CheckStored(DType dtype, float[] values)
    {
        values = [.. values, .. new float[-values.Length & (ElementLoop.Padding - 1)]];
        var stored = new ushort[values.Length];
        var rounded = new float[values.Length];
        fixed (float* x = values, y = rounded)
        fixed (ushort* z = stored)
        {
            HalfLoops.Store(dtype).Run((byte*)z, (byte*)x, null, null, values.Length);
            HalfLoops.Round(dtype).Run((byte*)y, (byte*)x, null, null, values.Length);
        }
        for (int i = 0; i < values.Length; i++)
        {
            ushort wanted = Narrow(dtype, values[i]);
            if (stored[i] != wanted || Bits(rounded[i]) != Bits(Wide(dtype, wanted)))
                Assert.Fail($"{values[i]:R} is stored as {stored[i]:X4} and rounded to {rounded[i]:R}, not {wanted:X4}.");
        }
    }

    private static float[] Load(DType dtype, ushort[] bits)
    {
        var loaded = new float[bits.Length];
        fixed (ushort* x = bits)
        fixed (float* y = loaded)
            HalfLoops.Load(dtype).Run((byte*)y, (byte*)x, null, null, bits.Length);
        return loaded;
    }

    // NaN keeps its sign, in float16 nothing else.
    private static ushort Narrow(DType dtype, float x) =>
        dtype == DType.BFloat16 ? ((BFloat16)x).ToBits()
        : float.IsNaN(x) ? (ushort)((Bits(x) >> 16 & 0x8000) | 0x7E00)
        : BitConverter.HalfToUInt16Bits((Half)x);

    private static float Wide(DType dtype, ushort bits) =>
        dtype == DType.BFloat16 ? BFloat16.FromBits(bits) : (float)BitConverter.UInt16BitsToHalf(bits);

    // A loaded NaN of float16 may be a signalling one as it was, where the language makes it quiet.
    private static uint Bits(float x) => BitConverter.SingleToUInt32Bits(x) | (float.IsNaN(x) ? 0x40_0000u : 0);
}
