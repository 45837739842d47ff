using Xunit;

namespace Tangent.Tests.Primitives.Indexing;

public class SliceUpdateTests
{
    private static readonly Region Backwards = new([1, 2], [-1, 1], (2, 2));

    [Fact]
    public void ReplacesElements()
    {
        NDArray x = Mx.Reshape(new[] { 0.0, 1, 2, 3, 4, 5, 6, 7 }, (2, 4));
        NDArray y = SliceUpdate.Of(x, Mx.Reshape(new[] { -1.0, -2, -3, -4 }, (2, 2)), Backwards);
        Assert.Equal([0.0, 1, -3, -4, 4, 5, -1, -2], y.ToArray<double>());
        Assert.Equal([0.0, 1, 2, 3, 4, 5, 6, 7], x.ToArray<double>());
    }

    [Fact]
    public void AnEmptyRegionChangesNothing()
    {
        NDArray x = new[] { 1.0, 2 };
        Assert.Same(x, SliceUpdate.Of(x, System.Array.Empty<double>(), new Region([1], [1], 0)));
    }

    [Fact]
    public void RefusesAnUpdateOfAnotherShape() =>
        Assert.Throws<ArgumentException>(() => SliceUpdate.Of(new[] { 1.0, 2 }, new[] { 1.0, 2 }, new Region([1], [1], 1)));

    [Fact]
    public void Rules() => RuleChecks.All(
        v => SliceUpdate.Of(v[0] * v[0], Mx.Sin(v[1]), Backwards), RuleChecks.Numbers((2, 4)), RuleChecks.Numbers((2, 2), 2));

    [Fact]
    public void RulesWithOneConstantInput()
    {
        NDArray x = RuleChecks.Numbers((2, 4));
        NDArray update = RuleChecks.Numbers((2, 2));
        RuleChecks.All(v => SliceUpdate.Of(x, Mx.Sin(v[0]), Backwards), update);
        RuleChecks.All(v => SliceUpdate.Of(Mx.Sin(v[0]), update, Backwards), x);
    }
}
