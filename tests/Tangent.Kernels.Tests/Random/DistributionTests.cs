using Xunit;

namespace Tangent.Kernels.Tests.RandomBits;

/// <summary>
/// How MLX derives its distributions from bits, as pure functions of the words, held against values recorded from MLX 0.32.
/// The public functions compose the same steps of array operations.
/// </summary>
public sealed class DistributionTests
{
    /// <summary>The words of a key divided by 2³² in float32, kept below 1 by the largest value that the result's type has there.</summary>
    private static float Unit(uint word, float largest) => MathF.Min(word / 4294967296f, largest);

    /// <summary>range · unit + low, rounded after each operation.</summary>
    private static float Uniform(uint word, float low, float high)
    {
        float scaled = (high - low) * Unit(word, MathF.BitDecrement(1));
        return scaled + low;
    }

    /// <summary>The floor of a uniform float32, bounds included in that type.</summary>
    private static int Integer(uint word, float low, float high) => (int)MathF.Floor(Uniform(word, low, high));

    /// <summary>True below p of the float32 that follows 2³², so that p = 1 is always true.</summary>
    private static bool Bernoulli(uint word, float p) => (float)word < p * MathF.BitIncrement(4294967296f);

    [Fact]
    public void Uniform_numbers_are_those_of_MLX()
    {
        Assert.Equal(
            [0x3e869289u, 0x3de0293du, 0x3ef042e3u, 0x3ed1b715u, 0x3db19a6fu, 0x3ef67b3eu, 0x3ee2ba28u, 0x3f75d406u, 0x3f778e6cu],
            Words(42, 17)[..9].Select(word => BitConverter.SingleToUInt32Bits(Uniform(word, 0, 1))));
        Assert.Equal(
            [0x3fd31586u, 0x4016245cu, 0x401722d6u, 0xbf7585b6u, 0xbf888f7bu, 0x3f4049f8u],
            Words(42, 6).Select(word => BitConverter.SingleToUInt32Bits(Uniform(word, -2, 3))));
    }

    [Fact]
    public void Half_precision_rounds_the_float32_numbers()
    {
        double[] halves = [0.64404296875, 0.322509765625, 0.1934814453125, 0.88671875, 0.724609375, 0.19189453125, 0.34521484375, 0.25244140625, 0.6318359375];
        Assert.Equal(halves, Words(42, 9).Select(word => (double)(Half)Unit(word, 1 - 1f / 2048)));
        double[] brains = [0.64453125, 0.322265625, 0.193359375, 0.88671875, 0.7265625, 0.1923828125, 0.345703125, 0.251953125, 0.6328125];
        Assert.Equal(brains, Words(42, 9).Select(word => (double)(BFloat16)Unit(word, 1 - 1f / 256)));
    }

    [Fact]
    public void Integers_are_those_of_MLX()
    {
        Assert.Equal([-4, 17, 10, 11, 4, 17, 10, 6, 19], Words(42, 21)[..9].Select(word => Integer(word, -5, 20)));
        Assert.Equal(
            [1567274112, 1866579584, 421847488, 447075392, 400772544], Words(42, 5).Select(word => Integer(word, 0, int.MaxValue)));
    }

    [Fact]
    public void Bernoulli_draws_are_those_of_MLX()
    {
        Assert.Equal([false, false, false, false, false, true, false, true, false], Words(42, 33)[..9].Select(word => Bernoulli(word, 0.3f)));
        Assert.True(Bernoulli(uint.MaxValue, 1));
        Assert.False(Bernoulli(0, 0));
    }

    [Fact]
    public void Permutations_sort_the_words()
    {
        var places = Views.Empty<uint>(17);
        ArgSortExecutor.Run(Views.Of(Words(0, 17), 17), 0, places);
        Assert.Equal([2u, 4u, 10u, 9u, 8u, 0u, 5u, 16u, 12u], places.Read<uint>()[..9]);
    }

    private static uint[] Words(uint seed, int count)
    {
        var output = Views.Empty<uint>(count);
        RandomBitsExecutor.Run(Views.Of<uint>([0, seed], 2), sizeof(uint), output);
        return output.Read<uint>();
    }
}
