using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

public class BinaryTests
{
    private static readonly Dictionary<string, (Func<NDArray, NDArray, NDArray> Function, Func<double, double, double> Reference)> Rows = new()
    {
        ["Add"] = (Mx.Add, (x, y) => x + y),
        ["ArcTan2"] = (Mx.ArcTan2, Math.Atan2),
        ["Divide"] = (Mx.Divide, (x, y) => x / y),
        ["FloorDivide"] = (Mx.FloorDivide, (x, y) => Math.Floor(x / y)),
        ["LogAddExp"] = (Mx.LogAddExp, (x, y) => Math.Log(Math.Exp(x) + Math.Exp(y))),
        ["Maximum"] = (Mx.Maximum, Math.Max),
        ["Minimum"] = (Mx.Minimum, Math.Min),
        ["Multiply"] = (Mx.Multiply, (x, y) => x * y),
        ["Power"] = (Mx.Power, Math.Pow),
        ["Remainder"] = (Mx.Remainder, (x, y) => x - (y * Math.Floor(x / y))),
        ["Subtract"] = (Mx.Subtract, (x, y) => x - y),
    };

    private static readonly string[] Holomorphic = ["Add", "Divide", "LogAddExp", "Multiply", "Power", "Subtract"];

    public static TheoryData<string> Names => [.. Rows.Keys];

    public static TheoryData<string> HolomorphicNames => [.. Holomorphic];

    [Theory, MemberData(nameof(Names))]
    public void ValueIsThatOfSystemMath(string name)
    {
        double[] x = [0.3, 1.7, 2.6, 5];
        double[] y = [1.1, 0.6, 2.5, -3];
        double[] expected = [.. x.Zip(y, Rows[name].Reference)];
        Assert.Equal(expected, Rows[name].Function(x, y).ToArray<double>(), (a, b) => Math.Abs(a - b) <= 1e-13 * (1 + Math.Abs(a)));
    }

    [Theory, MemberData(nameof(Names))]
    public void DerivativesInBothOperandsAgreeWithDifferences(string name)
    {
        NDArray x = Mx.Reshape(new[] { 0.35, 1.7, 2.7 }, (3, 1));
        NDArray y = new[] { 1.1, 0.65 };
        Mx.CheckGrads(v => [Rows[name].Function(v[0], v[1])], [x, y], order: 2, tolerance: 1e-5);
    }

    [Theory, MemberData(nameof(Names))]
    public void DerivativesWithOneOperandFixedAgreeWithDifferences(string name)
    {
        NDArray x = new[] { 0.35, 1.7, 2.7 };
        Mx.CheckGrads(v => [Rows[name].Function(v[0], 1.3)], [x], order: 2, tolerance: 1e-5);
        Mx.CheckGrads(v => [Rows[name].Function(1.3, v[0])], [x], order: 2, tolerance: 1e-5);
    }

    [Theory, MemberData(nameof(HolomorphicNames))]
    public void ComplexDerivativesAgreeWithDifferencesOfBothParts(string name)
    {
        NDArray[] parts = [.. new[] { 0.7, 0.4, -0.6, 1.2 }.Select(value => Mx.AsType(value, DType.Float32))];
        Mx.CheckGrads(
            v =>
            {
                NDArray z = Rows[name].Function(MakeComplex.Of(v[0], v[1]), MakeComplex.Of(v[2], v[3]));
                return [Mx.Real(z), Mx.Imag(z)];
            },
            parts,
            order: 2,
            tolerance: 2e-2);
    }

    [Fact]
    public void ShapesThatDoNotBroadcastAreNamed()
    {
        var error = Assert.Throws<ArgumentException>(() => Mx.Power(new[] { 1.0, 2 }, new[] { 1.0, 2, 3 }));
        Assert.Equal("Power: shapes [2] and [3] do not broadcast.", error.Message);
    }

    [Theory]
    [InlineData("FloorDivide")]
    [InlineData("Remainder")]
    [InlineData("ArcTan2")]
    public void ComplexNumbersAreRefusedWhereThereIsNoFunction(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => Rows[name].Function(1.0, new System.Numerics.Complex(1, 2)));
        Assert.StartsWith(name + ": y is complex64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IntegersWrapAroundAndDivideByZeroGivesZero()
    {
        NDArray x = new[] { 7, -7, int.MinValue, 5 };
        NDArray y = new[] { 2, 2, -1, 0 };
        Assert.Equal([3, -4, int.MinValue, 0], Mx.FloorDivide(x, y).ToArray<int>());
        Assert.Equal([1, 1, 0, 0], Mx.Remainder(x, y).ToArray<int>());
        Assert.Equal([49, 49, 0, 25], Mx.Square(x).ToArray<int>());
    }

    [Fact]
    public void EqualInfinitiesShareTheSlopeOfLogAddExp()
    {
        NDArray infinity = Mx.AsType(double.NegativeInfinity, DType.Float64);
        NDArray one = Mx.AsType(1.0, DType.Float64);
        NDArray[] slopes = Mx.Vjp(v => [Mx.LogAddExp(v[0], v[1])], [infinity, infinity], [one]).Cotangents;
        Assert.Equal([0.5, 0.5], slopes.Select(slope => slope.Item<double>()));
    }
}
