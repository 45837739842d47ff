using Xunit;

namespace Tangent.Tests.DTypes;

/// <summary>What is computed of literals alone is a literal: its kind is weak, and it has the digits of float64.</summary>
public sealed class LiteralKindTests
{
    public static TheoryData<string> Names => [.. Cases.Keys];

    private static readonly Dictionary<string, (Func<NDArray> Literal, double Value)> Cases = new()
    {
        ["sqrt"] = (() => Mx.Sqrt(2.0), Math.Sqrt(2)),
        ["exp"] = (() => Mx.Exp(1), Math.E),
        ["negative"] = (() => -(NDArray)0.1, -0.1),
        ["abs"] = (() => Mx.Abs(-0.1), 0.1),
        ["sum"] = (() => (NDArray)0.1 + 0.2, 0.1 + 0.2),
        ["quotient"] = (() => (NDArray)1 / 3, 1.0 / 3),
        ["power"] = (() => Mx.Power(2.0, 0.3), Math.Pow(2, 0.3)),
        ["square"] = (() => Mx.Power(0.1, 2), 0.1 * 0.1),
        ["maximum"] = (() => Mx.Maximum(0.1, 0.3), 0.3),
        ["nested"] = (() => Mx.Sqrt((Mx.Log(10.0) * 2) - 1), Math.Sqrt((Math.Log(10) * 2) - 1)),
        ["radians"] = (() => Mx.Radians(1.0), Math.PI / 180),
        ["stopped"] = (() => Mx.StopGradient(Mx.Sqrt(2.0)), Math.Sqrt(2)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void AScalarComputedAloneHasTheTypeAndTheDigitsOfWhatItMeets(string name)
    {
        (Func<NDArray> literal, double value) = Cases[name];
        Assert.Equal(DType.Float32, literal().DType);
        Assert.Equal((float)value, literal().Item<float>(), 1e-6f * (float)Math.Abs(value));
        Assert.Equal(value, (Mx.Ones(1, DType.Float64) * literal()).ToArray<double>()[0], 4e-16 * Math.Abs(value));
        Assert.Equal(DType.Float16, (Mx.Ones(1, DType.Float16) * literal()).DType);
        Assert.Equal(value, Mx.Compile(x => x * literal())(Mx.Ones(1, DType.Float64)).ToArray<double>()[0], 4e-16 * Math.Abs(value));
        Assert.Equal(value, Mx.Grad(x => Mx.Sum(x * literal()))(Mx.Ones(1, DType.Float64)).ToArray<double>()[0], 4e-16 * Math.Abs(value));
    }

    [Fact]
    public void IntegersStayIntegersAndWrapAroundInTheirKind()
    {
        Assert.Equal(DType.UInt8, (Mx.Ones(1, DType.UInt8) + ((NDArray)2 * 3)).DType);
        Assert.Equal(int.MinValue, ((NDArray)int.MaxValue + 1).Item<int>());
        Assert.Equal(3000000001L, ((NDArray)3000000000L + 1).Item<long>());
        Assert.True(((NDArray)2 < 3).Item<bool>());
        Refusal.Argument("Add: the literal 300 is out of range of uint8", () => Mx.Ones(1, DType.UInt8) + ((NDArray)100 * 3));
    }

    [Fact]
    public void AnArrayOfNoAxesAndAConversionAreStrong()
    {
        Assert.Equal(DType.Float32, (Mx.Ones(1, DType.Float16) * Mx.Sqrt(Mx.Full(Shape.Scalar, 2.0))).DType);
        Assert.Equal(DType.Float64, (Mx.Ones(1) * Mx.Sqrt(Mx.AsType(2.0, DType.Float64))).DType);
    }
}
