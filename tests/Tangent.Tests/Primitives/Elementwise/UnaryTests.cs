using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

public class UnaryTests
{
    public static TheoryData<string> Names => [.. UnaryTable.Rows.Keys];

    public static TheoryData<string> ComplexNames => [.. UnaryTable.Rows.Where(row => row.Value.ComplexPoints is not null).Select(row => row.Key)];

    [Theory, MemberData(nameof(Names))]
    public void ValueIsThatOfSystemMath(string name)
    {
        UnaryTable.Row row = UnaryTable.Rows[name];
        double[] expected = [.. row.Points.Select(row.Reference)];
        Assert.Equal(expected, row.Function(row.Points).ToArray<double>(), (x, y) => Math.Abs(x - y) <= 1e-13 * Math.Abs(x));
        Assert.Equal(expected, row.Function(Of(DType.Float32, row.Points)).AsType(DType.Float64).ToArray<double>(), (x, y) => Math.Abs(x - y) <= 1e-5 * Math.Abs(x));
    }

    [Theory, MemberData(nameof(Names))]
    public void FloatingTypesAreKept(string name)
    {
        foreach (DType dtype in new[] { DType.Float16, DType.BFloat16, DType.Float32, DType.Float64 })
            Assert.Equal(dtype, UnaryTable.Rows[name].Function(Of(dtype, 0.5)).DType);
    }

    [Theory, MemberData(nameof(Names))]
    public void FirstAndSecondDerivativesAgreeWithDifferences(string name)
    {
        UnaryTable.Row row = UnaryTable.Rows[name];
        Mx.CheckGrads(v => [row.Function(v[0])], [row.Points], order: 2, tolerance: 1e-5);
    }

    [Theory, MemberData(nameof(ComplexNames))]
    public void ComplexDerivativesAgreeWithDifferencesOfBothParts(string name)
    {
        UnaryTable.Row row = UnaryTable.Rows[name];
        NDArray real = Of(DType.Float32, [.. row.ComplexPoints!.Select(point => point.Real)]);
        NDArray imaginary = Of(DType.Float32, [.. row.ComplexPoints!.Select(point => point.Imaginary)]);
        Mx.CheckGrads(v => Parts(row.Function(MakeComplex.Of(v[0], v[1]))), [real, imaginary], order: 2, tolerance: 1e-2);
    }

    [Theory]
    [InlineData("Abs", DType.Int8)]
    [InlineData("Negative", DType.Int8)]
    [InlineData("Sign", DType.Int8)]
    [InlineData("Square", DType.Int8)]
    [InlineData("Positive", DType.Int8)]
    [InlineData("Sqrt", DType.Float32)]
    [InlineData("Exp", DType.Float32)]
    [InlineData("Degrees", DType.Float32)]
    [InlineData("Erf", DType.Float32)]
    public void IntegersKeepTheirTypeOrBecomeFloat32(string name, DType expected) =>
        Assert.Equal(expected, UnaryTable.Rows[name].Function(Of(DType.Int8, 1, 2)).DType);

    [Theory]
    [InlineData("Erf")]
    [InlineData("ErfInv")]
    public void ComplexNumbersAreRefusedWhereThereIsNoFunction(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => UnaryTable.Rows[name].Function(Of(DType.Complex64, 1)));
        Assert.StartsWith(name + ":", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheNegativeOfZeroHasTheOtherSign()
    {
        double[] negated = (-(NDArray)new[] { 0.0, -0.0, 1.0 }).ToArray<double>();
        Assert.Equal([true, false, true], negated.Select(double.IsNegative));
        Assert.Equal([true, false], (-(NDArray)new[] { 0f, -0f }).ToArray<float>().Select(float.IsNegative));
        Assert.True(double.IsNegative(Mx.Compile((NDArray x) => -x * 1.0)(0.0 * Mx.Ones(1, DType.Float64)).Item<double>()));
    }

    [Fact]
    public void ChainsOfFunctionsHaveRightThirdDerivatives()
    {
        Mx.CheckGrads(v => [Mx.Tanh(Mx.Sin(v[0]) * Mx.Exp(v[0])) / Mx.Cosh(v[0])], [new[] { 0.3, -0.8 }], order: 3, tolerance: 1e-4);
    }

    private static NDArray[] Parts(NDArray z) => z.DType.IsComplex ? [Mx.Real(z), Mx.Imag(z)] : [z];

    private static NDArray Of(DType dtype, params double[] values) => Mx.AsType(values, dtype);
}
