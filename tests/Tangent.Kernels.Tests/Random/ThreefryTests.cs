using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.RandomBits;

public sealed class ThreefryTests
{
    /// <summary>The known answers that the authors of the function publish for 20 rounds.</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0x6b200159u, 0x99ba4efeu)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x1cb996fcu, 0xbb002be7u)]
    [InlineData(0x13198a2eu, 0x03707344u, 0x243f6a88u, 0x85a308d3u, 0xc4923a9cu, 0x483df7a0u)]
    public void Gives_the_known_answers(uint key, uint secondKey, uint counter, uint secondCounter, uint first, uint second) =>
        Assert.Equal((first, second), Threefry.Hash((key, secondKey), counter, secondCounter));

    [Fact]
    public void Lanes_agree_with_scalars()
    {
        var (x, y) = (Vector.CreateSequence(0xfffffffeu, 1u), Vector.CreateSequence(7u, 3u));
        var (first, second) = Threefry.Hash((5, 0x80000001), x, y);
        for (int lane = 0; lane < Vector<uint>.Count; lane++)
            Assert.Equal((first[lane], second[lane]), Threefry.Hash((5, 0x80000001), x[lane], y[lane]));
    }
}
