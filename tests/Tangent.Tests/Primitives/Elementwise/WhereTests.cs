using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

public class WhereTests
{
    /// <summary>Row 7 of the peers' wrong answers: the tangent is NaN there.</summary>
    [Fact]
    public void BranchNotTakenContributesNothing()
    {
        NDArray x = new[] { -1.0, 4 };
        NDArray tangent = Mx.Jvp(v => [Mx.Where(v[0] > 0, Mx.Sqrt(v[0]), 0)], [x], [new[] { 1.0, 1 }]).Tangents[0];
        Assert.Equal([0.0, 0.25], tangent.ToArray<double>());
    }

    [Fact]
    public void DerivativesAreChosenByTheCondition()
    {
        NDArray condition = new[] { true, false, true };
        Mx.CheckGrads(v => [Mx.Where(condition, v[0] * v[1], Mx.Sin(v[1]))], [new[] { 0.4, 1, 2 }, new[] { 1.0, 0.2, 3 }], order: 2);
        Mx.CheckGrads(v => [Mx.Where(condition, v[0], 1.0)], [Mx.AsType(2.0, DType.Float64)]);
    }

    [Fact]
    public void ScalarsArePromotedAndNumbersServeAsConditions()
    {
        NDArray y = Mx.Where(new[] { 2.0, 0 }, 1, 2.5);
        Assert.Equal([1f, 2.5f], y.ToArray<float>());
    }
}
