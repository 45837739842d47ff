using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

public class ExtremumTests
{
    private static readonly NDArray One = Mx.AsType(1.0, DType.Float64);

    public static TheoryData<string, double> Ties => new() { { "Maximum", 0.5 }, { "Minimum", 0.5 }, { "Clip", 0.5 } };

    /// <summary>Row 6 of the peers' wrong answers: 0 there.</summary>
    [Theory, MemberData(nameof(Ties))]
    public void TieSplitsEvenlyInBothModes(string name, double expected)
    {
        NDArray[] Function(NDArray[] v) => name switch
        {
            "Maximum" => [Mx.Maximum(v[0], 1.0)],
            "Minimum" => [Mx.Minimum(v[0], 1.0)],
            _ => [Mx.Clip(v[0], 1.0, 2.0)],
        };
        Assert.Equal(expected, Mx.Jvp(Function, [One], [One]).Tangents[0].Item<double>());
        Assert.Equal(expected, Mx.Vjp(Function, [One], [One]).Cotangents[0].Item<double>());
    }

    /// <summary>Row 5 of the peers' wrong answers, for two arguments: forward and reverse disagree there.</summary>
    [Fact]
    public void TieOfTwoVariablesGivesTheMeanOfTheirTangents()
    {
        NDArray three = Mx.AsType(3.0, DType.Float64);
        Assert.Equal(2, Mx.Jvp(v => [Mx.Maximum(v[0], v[1])], [One, One], [One, three]).Tangents[0].Item<double>());
        NDArray[] ct = Mx.Vjp(v => [Mx.Maximum(v[0], v[1])], [One, One], [One]).Cotangents;
        Assert.Equal([0.5, 0.5], ct.Select(value => value.Item<double>()));
    }

    [Fact]
    public void LosersTangentIsNotTouched()
    {
        NDArray x = new[] { 1.0, 5 };
        NDArray dx = new[] { double.NaN, 1 };
        NDArray tangent = Mx.Jvp(v => [Mx.Maximum(v[0], 2.0)], [x], [dx]).Tangents[0];
        Assert.Equal([0.0, 1], tangent.ToArray<double>());
    }

    [Fact]
    public void NaNWinsAndComplexNumbersAreOrderedByTheRealPartFirst()
    {
        NDArray y = Mx.Maximum(new[] { double.NaN, 1 }, new[] { 0, double.NaN });
        Assert.All(y.ToArray<double>(), value => Assert.True(double.IsNaN(value)));
        NDArray z = Mx.Minimum(new System.Numerics.Complex(1, 2), new System.Numerics.Complex(1, -2));
        Assert.Equal(new Complex64(1, -2), z.Item<Complex64>());
    }

    [Fact]
    public void ClipNeedsABound()
    {
        var error = Assert.Throws<ArgumentException>(() => Mx.Clip(One, null, null));
        Assert.StartsWith("Clip:", error.Message, StringComparison.Ordinal);
        Assert.Equal([2, 3, 4], Mx.Clip(new[] { 1, 3, 9 }, 2, 4).ToArray<int>());
    }
}
