using Tangent.Tests.Golden;
using Xunit;

namespace Tangent.Tests.DTypes;

public sealed class LimitsTests
{
    [Fact]
    public void FInfo_agrees_with_recorded_limits()
    {
        var cases = GoldenFiles.Bundled.Read("print").Where(golden => golden.Op == "core.finfo").ToList();
        Assert.NotEmpty(cases);
        Assert.All(cases, golden =>
        {
            var info = new FInfo(((GoldenValue.ElementType)golden.Arguments[0]).Value);
            var limits = ((GoldenValue.Dictionary)golden.Out[0]).Items;
            Assert.Equal(limits["min"], new GoldenValue.Real(info.Min));
            Assert.Equal(limits["max"], new GoldenValue.Real(info.Max));
            Assert.Equal(limits["eps"], new GoldenValue.Real(info.Eps));
        });
    }

    [Fact]
    public void Limits_tell_bits_and_smallest_normal_number()
    {
        Assert.Equal([16, 16, 32, 64, 32], new[] { DType.Float16, DType.BFloat16, DType.Float32, DType.Float64, DType.Complex64 }.Select(dtype => new FInfo(dtype).Bits));
        Assert.Equal([Math.ScaleB(1, -14), Math.ScaleB(1, -126), 1.1754943508222875e-38, 2.2250738585072014e-308],
            new[] { DType.Float16, DType.BFloat16, DType.Float32, DType.Float64 }.Select(dtype => new FInfo(dtype).SmallestNormal));
        Assert.Equal([8, 64], new[] { DType.Int8, DType.UInt64 }.Select(dtype => new IInfo(dtype).Bits));
    }

    [Fact]
    public void FInfo_of_bfloat16_follows_from_its_representation()
    {
        var info = new FInfo(DType.BFloat16);
        Assert.Equal((double)BFloat16.FromBits(0x0080), info.Tiny);
        Assert.Equal(BFloat16.FromBits(0x3F81) - 1.0, info.Eps);
        Assert.True(float.IsInfinity((BFloat16)(float)(info.Max * (1 + info.Eps))));
    }

    [Fact]
    public void FInfo_of_a_complex_type_is_that_of_its_parts() =>
        Assert.Equal(new FInfo(DType.Float32), new FInfo(DType.Complex64));

    [Fact]
    public void IInfo_agrees_with_recorded_limits()
    {
        var cases = GoldenFiles.Bundled.Read("print").Where(golden => golden.Op == "core.iinfo").ToList();
        Assert.NotEmpty(cases);
        Assert.All(cases, golden =>
        {
            var info = new IInfo(((GoldenValue.ElementType)golden.Arguments[0]).Value);
            var limits = ((GoldenValue.Dictionary)golden.Out[0]).Items;
            Assert.Equal(limits["min"], new GoldenValue.Integer(info.Min));
            Assert.Equal(limits["max"], new GoldenValue.Integer(info.Max));
        });
    }

    [Fact]
    public void Refuse_types_of_another_kind()
    {
        Assert.Contains("int32", Assert.Throws<ArgumentException>(() => new FInfo(DType.Int32)).Message);
        Assert.Contains("bool", Assert.Throws<ArgumentException>(() => new IInfo(DType.Bool)).Message);
    }
}
