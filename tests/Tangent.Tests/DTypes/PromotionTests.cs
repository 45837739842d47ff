using Tangent.Tests.Golden;
using Xunit;

namespace Tangent.Tests.DTypes;

public sealed class PromotionTests
{
    /// <summary>The recorded result types of every operation, element type and weak scalar.</summary>
    public static TheoryData<string> Operations => [.. GoldenFiles.Bundled.Read("arithmetic_dtypes").Select(golden => golden.Op).Distinct()];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Agrees_with_recorded_result_types(string operation)
    {
        var cases = GoldenFiles.Bundled.Read("arithmetic_dtypes").Where(golden => golden.Op == operation && !golden.MustFail).ToList();
        Assert.NotEmpty(cases);
        Assert.All(cases, golden =>
        {
            DType promoted = Promote(golden.Arguments[0], golden.Arguments[1]);
            DType expected = ((GoldenValue.Array)golden.Out[0]).DType;
            Assert.Equal(expected, Result(operation, promoted));
        });
    }

    [Fact]
    public void Is_symmetric_and_idempotent()
    {
        foreach (DType x in Enum.GetValues<DType>())
        {
            Assert.Equal(x, Promotion.Of(x, x));
            foreach (DType y in Enum.GetValues<DType>())
                Assert.Equal(Promotion.Of(x, y), Promotion.Of(y, x));
        }
    }

    [Theory]
    [InlineData(DType.Int8, DType.Int64, DType.Int8)]
    [InlineData(DType.Bool, DType.Int64, DType.Int64)]
    [InlineData(DType.UInt64, DType.Float32, DType.Float32)]
    [InlineData(DType.Float16, DType.Float32, DType.Float16)]
    [InlineData(DType.Float64, DType.Complex64, DType.Complex64)]
    public void Keeps_the_array_type_against_a_weak_scalar_of_its_kind(DType array, DType scalar, DType expected) =>
        Assert.Equal(expected, Promotion.OfWeak(array, scalar));

    private static DType Promote(GoldenValue x, GoldenValue y) => (x, y) switch
    {
        (GoldenValue.Array a, GoldenValue.Array b) => Promotion.Of(a.DType, b.DType),
        (GoldenValue.Array a, _) => Promotion.OfWeak(a.DType, ScalarType(y)),
        (_, GoldenValue.Array b) => Promotion.OfWeak(b.DType, ScalarType(x)),
        _ => throw new ArgumentException("No array."),
    };

    private static DType ScalarType(GoldenValue value) => value switch
    {
        GoldenValue.Truth => DType.Bool,
        GoldenValue.Integer => DType.Int32,
        GoldenValue.Real => DType.Float32,
        _ => DType.Complex64,
    };

    private static DType Result(string operation, DType promoted) => operation switch
    {
        "core.divide" => Promotion.ToInexact(promoted),
        "core.less" or "core.logical_and" => DType.Bool,
        _ => promoted,
    };
}
