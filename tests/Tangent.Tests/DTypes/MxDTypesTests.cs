using Tangent.Tests.Golden;
using Xunit;

namespace Tangent.Tests.DTypes;

public sealed class MxDTypesTests
{
    private static readonly Dictionary<string, DTypeCategory> Categories =
        Enum.GetValues<DTypeCategory>().ToDictionary(category => category.ToString().ToLowerInvariant());

    [Fact]
    public void ResultType_agrees_with_recorded_types() =>
        AssertRecorded("elementwise", "core.result_type", golden =>
            new GoldenValue.ElementType(Mx.ResultType([.. golden.Arguments.Select(Type)])));

    [Fact]
    public void CanCast_agrees_with_recorded_answers() =>
        AssertRecorded("elementwise", "core.can_cast", golden =>
            new GoldenValue.Truth(Mx.CanCast(Type(golden.Arguments[0]), Type(golden.Arguments[1]))));

    [Fact]
    public void IsDType_agrees_with_recorded_answers() =>
        AssertRecorded("elementwise", "core.isdtype", golden =>
            new GoldenValue.Truth(Mx.IsDType(Type(golden.Arguments[0]), ((GoldenValue.Text)golden.Arguments[1]).Value)));

    [Fact]
    public void IsSubDType_agrees_with_recorded_answers() =>
        AssertRecorded("methods", "core.issubdtype", golden =>
            new GoldenValue.Truth(Mx.IsSubDType(Type(golden.Arguments[0]), Categories[((GoldenValue.Text)golden.Arguments[1]).Value])));

    [Fact]
    public void IsSubDType_follows_the_tree_of_categories()
    {
        Assert.True(Mx.IsSubDType(DTypeCategory.Floating, DTypeCategory.Number));
        Assert.True(Mx.IsSubDType(DTypeCategory.Integer, DTypeCategory.Integer));
        Assert.False(Mx.IsSubDType(DTypeCategory.Number, DTypeCategory.Integer));
        Assert.False(Mx.IsSubDType(DTypeCategory.SignedInteger, DTypeCategory.UnsignedInteger));
        Assert.True(Mx.IsSubDType(DType.Int8, DType.Int8));
        Assert.False(Mx.IsSubDType(DType.Int8, DType.Int16));
    }

    [Fact]
    public void IsDType_takes_several_kinds()
    {
        Assert.True(Mx.IsDType(DType.Bool, "integral", "bool"));
        Assert.True(Mx.IsDType(DType.Float16, DType.BFloat16, DType.Float16));
        Assert.False(Mx.IsDType(DType.Float32, DType.BFloat16, DType.Float16));
    }

    [Fact]
    public void Refuses_unknown_kinds_and_empty_lists()
    {
        Assert.Contains("\"float\"", Assert.Throws<ArgumentException>(() => Mx.IsDType(DType.Float32, "float")).Message);
        Assert.Throws<ArgumentException>(() => Mx.ResultType(Array.Empty<DType>()));
        Assert.Throws<ArgumentException>(() => Mx.ResultType(Array.Empty<NDArray>()));
    }

    [Fact]
    public void ResultType_of_arrays_takes_literals_weakly()
    {
        NDArray half = Mx.AsType(1.0, DType.Float16), whole = Mx.AsType(1, DType.Int64);
        Assert.Equal(DType.Float16, Mx.ResultType(half, 2.5, 3, whole));
        Assert.Equal(DType.Float32, Mx.ResultType(whole, 2.5));
        Assert.Equal(DType.Float32, Mx.ResultType((NDArray)true, 2, 2.5));
    }

    [Fact]
    public void ResultType_takes_arrays_literals_and_types_together()
    {
        NDArray half = Mx.Ones(1, DType.Float16);
        Assert.Equal(DType.Float16, Mx.ResultType(half, DType.Int64, 2.5));
        Assert.Equal(DType.Float32, Mx.ResultType(DType.BFloat16, half));
        Assert.Equal(DType.Int8, Mx.ResultType(DType.Int8, 3));
        Assert.Equal(DType.Float32, Mx.ResultType(DType.Int8, Mx.Sqrt(2.0)));
        Refusal.Argument("ResultType: String is neither array, literal nor element type.", () => Mx.ResultType(half, "float32"));
    }

    [Fact]
    public void CanCast_takes_arrays_and_literals()
    {
        Assert.True(Mx.CanCast(Mx.Ones(1, DType.Int8), DType.Int16));
        Assert.False(Mx.CanCast(Mx.Ones(1), DType.Float16));
        Assert.True(Mx.CanCast(200, DType.UInt8));
        Assert.False(Mx.CanCast(300, DType.UInt8));
        Assert.False(Mx.CanCast(2.5, DType.Int64));
        Assert.True(Mx.CanCast(2.5, DType.Float16));
    }

    [Fact]
    public void IsSubDType_takes_categories_and_types_in_any_order()
    {
        Assert.True(Mx.IsSubDType(DTypeCategory.ComplexFloating, DTypeCategory.Inexact));
        Assert.True(Mx.IsSubDType(DTypeCategory.Number, DTypeCategory.Generic));
        Assert.False(Mx.IsSubDType(DTypeCategory.Floating, DType.Float32));
    }

    private static DType Type(GoldenValue value) =>
        value is GoldenValue.Array array ? array.DType : ((GoldenValue.ElementType)value).Value;

    private static void AssertRecorded(string group, string operation, Func<GoldenCase, GoldenValue> compute)
    {
        var cases = GoldenFiles.Bundled.Read(group).Where(golden => golden.Op == operation).ToList();
        Assert.NotEmpty(cases);
        Assert.All(cases, golden => Assert.Equal(golden.Out[0], compute(golden)));
    }
}
