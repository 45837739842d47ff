using CsCheck;
using Xunit;

namespace Tangent.Kernels.Tests;

public class SizeClassTests
{
    private static readonly Gen<long> Sizes =
        Gen.Select(Gen.Int[0, 46], Gen.Double[0, 1], (octave, part) => (long)((1L << octave) * (1 + part)));

    [Fact]
    public void A_block_holds_the_size_and_wastes_an_eighth_at_most() => Sizes.Sample(size =>
    {
        long block = SizeClass.SizeOf(SizeClass.IndexOf(size));
        Assert.InRange(block, size, Math.Max(SizeClass.Smallest, size + size / 8));
    });

    [Fact]
    public void Every_class_is_its_own_smallest_fit()
    {
        for (int index = 0; index < SizeClass.Count; index++)
        {
            Assert.Equal(index, SizeClass.IndexOf(SizeClass.SizeOf(index)));
            if (index + 1 < SizeClass.Count)
                Assert.Equal(index + 1, SizeClass.IndexOf(SizeClass.SizeOf(index) + 1));
        }
    }

    [Fact]
    public void Block_sizes_keep_the_alignment_and_end_at_the_largest()
    {
        for (int index = 0; index < SizeClass.Count; index++)
            Assert.Equal(0, SizeClass.SizeOf(index) % SystemMemory.Alignment);
        Assert.Equal(SizeClass.Largest, SizeClass.SizeOf(SizeClass.Count - 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    public void Small_sizes_share_the_smallest_block(long size) => Assert.Equal(0, SizeClass.IndexOf(size));
}
