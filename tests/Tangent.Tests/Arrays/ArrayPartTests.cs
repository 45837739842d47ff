using Xunit;

namespace Tangent.Tests.Arrays;

/// <summary>Updates <c>x.At[i]</c>.</summary>
public class ArrayPartTests
{
    private static readonly int[] Twice = [0, 2, 0];

    private static NDArray X => new[] { 3.0, 5, 8 };

    private static NDArray Values => new[] { 2.0, 4, 16 };

    [Fact]
    public void RepeatedIndicesAllCount()
    {
        Assert.Equal([21.0, 5, 12], X.At[Twice].Add(Values).ToArray<double>());
        Assert.Equal([-15.0, 5, 4], X.At[Twice].Subtract(Values).ToArray<double>());
        Assert.Equal([96.0, 5, 32], X.At[Twice].Multiply(Values).ToArray<double>());
        Assert.Equal([0.09375, 5, 2], X.At[Twice].Divide(Values).ToArray<double>());
        Assert.Equal([16.0, 5, 8], X.At[Twice].Maximum(Values).ToArray<double>());
        Assert.Equal([2.0, 5, 4], X.At[Twice].Minimum(Values).ToArray<double>());
    }

    [Fact]
    public void TheArrayItselfStaysAsItIs()
    {
        NDArray x = X;
        NDArray y = x.At[1].Add(1.0);
        y[0] = 100.0;
        Assert.Equal([3.0, 5, 8], x.ToArray<double>());
        Assert.Equal([100.0, 6, 8], y.ToArray<double>());
    }

    [Fact]
    public void IntegersAreDividedByReciprocalsOfTheirType() =>
        Assert.Equal([0, -8, 2], ((NDArray)new[] { 4, 8, 2 }).At[new[] { 0, 1 }].Divide(new[] { 2, -1 }).ToArray<int>());

    [Fact]
    public void ValuesForIndicesOutOfRangeAreIgnored() =>
        Assert.Equal([3.0, 5, 9], X.At[new[] { 3, -4, -1 }].Add(1.0).ToArray<double>());

    [Fact]
    public void ValuesThatDoNotBroadcastAreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => X.At[1..].Add(Values));
        Assert.Contains("x.At[...]: values of shape [3] do not broadcast to the selected shape [2]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExtremesThatMeetShareTheTangent()
    {
        NDArray x = new[] { 1.0, 5 };
        Func<NDArray[], NDArray[]> f = v => [v[0].At[new[] { 0, 0, 1 }].Maximum(v[1])];
        NDArray values = new[] { 1.0, 1, 2 };
        NDArray dy = Mx.Jvp(f, [x, values], [new[] { 3.0, 10 }, new[] { 6.0, 9, 100 }]).Tangents[0];
        Assert.Equal([6.0, 10], dy.ToArray<double>());
    }
}
