using Xunit;

namespace Tangent.Tests.Primitives.Indexing;

public class RegionTests
{
    [Theory]
    [InlineData(0, 3, 1, 3, 2, 1, true)]
    [InlineData(0, 3, 1, 2, 2, 1, false)]
    [InlineData(8, 3, -2, 0, 4, 1, true)]
    [InlineData(8, 3, -2, 0, 5, 1, false)]
    [InlineData(0, 4, 2, 1, 4, 2, false)]
    public void ApartOnlyIfOneLiesBeforeTheOther(int start, int length, int step, int otherStart, int otherLength, int otherStep, bool expected)
    {
        Region x = new([start, 0], [step, 1], (length, 2)), y = new([otherStart, 0], [otherStep, 1], (otherLength, 2));
        Assert.Equal(expected, x.IsApartFrom(y));
        Assert.Equal(expected, y.IsApartFrom(x));
    }
}
