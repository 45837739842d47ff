using System.Reflection;
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
        ["chosen"] = (() => Mx.Where((NDArray)0.3 > 0.2, 0.1, 0.2), 0.1),
        ["chosen last"] = (() => Mx.Where(0, 0.1, 0.2), 0.2),
        ["relu"] = (() => Mx.Relu(0.1), 0.1),
        ["rounded"] = (() => Mx.Round(0.123456789123, 10), 0.1234567891),
        ["sign copied"] = (() => Mx.CopySign(0.1, -0.0), -0.1),
        ["NaN replaced"] = (() => Mx.NanToNum(Mx.Sqrt(-1.0), 0.1), 0.1),
        ["clipped"] = (() => Mx.Clip(0.7, 0.1, 0.3), 0.3),
        ["remainder"] = (() => Mx.DivMod(0.7, 0.2).Remainder, 0.7 % 0.2),
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

    // These return arrays whatever they are given, or sum up.
    private static readonly HashSet<string> OfArrays =
    [
        "Array", "AsStrided", "AtLeast1D", "AtLeast2D", "AtLeast3D", "Contiguous", "CumMax", "CumMin", "CumProd", "CumSum", "EmptyLike", "Flatten", "FullLike",
        "LogCumSumExp", "LogSumExp", "Mean", "Median", "NanMax", "NanMean", "NanMedian", "NanMin", "NanProd", "NanQuantile", "NanStd", "NanSum", "NanVar", "Norm",
        "OnesLike", "Outer", "Percentile", "Quantile", "Ravel", "Softmax", "Std", "Unique", "Var", "ZerosLike", "Imag", "get_Imag",
    ];

    [Fact]
    public void EveryOtherFunctionOfNumbersIsANumber()
    {
        double[] numbers = [0.1, 0.7, 0.3];
        int found = 0;
        foreach (MethodInfo function in typeof(Mx).GetMethods().Where(f => f.IsStatic && f.ReturnType == typeof(NDArray) && !f.IsGenericMethod && !OfArrays.Contains(f.Name)))
        {
            ParameterInfo[] parameters = function.GetParameters();
            if (parameters.Length is 0 || parameters.Count(p => !p.IsOptional) is < 1 or > 3 || parameters.Any(p => !p.IsOptional && p.ParameterType != typeof(NDArray)))
                continue;
            NDArray? Call(Func<double, NDArray> number)
            {
                try
                {
                    return (NDArray)function.Invoke(null, [.. parameters.Select((p, i) => p.IsOptional ? p.DefaultValue : number(numbers[i]))])!;
                }
                catch (TargetInvocationException)
                {
                    return null;
                }
            }
            if (Call(number => Mx.Array(number, DType.Float64)) is not { DType: DType.Float64, Rank: 0 } expected)
                continue;
            NDArray actual = Call(number => number)! * Mx.Array(1.0, DType.Float64);
            double difference = Math.Abs(actual.Item<double>() - expected.Item<double>());
            Assert.True(double.IsNaN(expected.Item<double>()) ? double.IsNaN(difference) : difference <= 1e-14 * Math.Abs(expected.Item<double>()), $"{function.Name}: {actual.Item<double>():R}, not {expected.Item<double>():R}");
            Assert.Equal(DType.Float16, (Call(number => number)! * Mx.Ones(1, DType.Float16)).DType);
            found++;
        }
        Assert.True(found > 50, $"{found}");
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
