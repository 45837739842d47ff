using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

public class ViewTests
{
    [Fact]
    public void BytesAreKeptAndTheLastAxisScales()
    {
        NDArray x = Mx.Reshape(new[] { 1f, -2, 0.5f, 3 }, (2, 2));
        Assert.Equal([0x3F800000, unchecked((int)0xC0000000), 0x3F000000, 0x40400000], x.View(DType.Int32).ToArray<int>());
        Assert.Equal((2, 8), x.View(DType.UInt8).Shape);
        Assert.Equal((2, 1), x.View(DType.Complex64).Shape);
        Assert.Equal(x.ToArray<float>(), x.View(DType.UInt8).View(DType.Float32).ToArray<float>());
    }

    [Fact]
    public void TransposedArraysAreReadInTheirOwnOrder()
    {
        NDArray x = Mx.Transpose(Mx.Reshape(new[] { 1, 2, 3, 4 }, (2, 2)));
        Assert.Equal([1L + (3L << 32), 2L + (4L << 32)], x.View(DType.Int64).ToArray<long>());
    }

    [Fact]
    public void AnyByteButZeroBecomesTrue()
    {
        NDArray x = Mx.AsType(new[] { 0, 1, 128 }, DType.UInt8);
        Assert.Equal([0, 1, 1], x.View(DType.Bool).AsType(DType.Int32).ToArray<int>());
    }

    [Fact]
    public void SizesThatDoNotFitAreNamed()
    {
        var error = Assert.Throws<ArgumentException>(() => Mx.View(new[] { 1f, 2, 3 }, DType.Int64));
        Assert.Equal("View: the last axis of shape [3] holds 12 bytes of float32, no whole number of int64.", error.Message);
        Assert.Throws<ArgumentException>(() => Mx.View(Mx.AsType(1, DType.Int32), DType.Int8));
    }

    [Fact]
    public void BetweenComplexNumbersAndTheirPartsItIsLinear()
    {
        NDArray x = new[] { 0.3f, -0.8f, 1.2f, 0.5f };
        Mx.CheckGrads(v => [Mx.Abs(Mx.View(v[0], DType.Complex64))], [x], order: 2);
        Mx.CheckGrads(v => [Mx.View(MakeComplex.Of(v[0], v[0] * v[0]), DType.Float32)], [x], order: 2);
    }

    [Fact]
    public void BetweenOtherFloatingTypesThereIsNoDerivative()
    {
        var error = Assert.Throws<MissingRuleException>(() => Mx.Jvp(v => [Mx.View(v[0], DType.Float16)], [new[] { 1f }], [new[] { 1f }]));
        Assert.Equal("View from float32 to float16", error.Primitive);
    }

    [Fact]
    public void MapsOverExamples()
    {
        NDArray x = Mx.Reshape(new[] { 1, 2, 3, 4 }, (2, 2));
        NDArray y = Mx.Vmap(v => [Mx.View(v[0], DType.Int64)], inAxes: [1])([x])[0];
        Assert.Equal([1L + (3L << 32), 2L + (4L << 32)], y.ToArray<long>());
        Assert.Throws<ArgumentException>(() => Mx.Vmap(v => [Mx.View(v[0], DType.Int64)])([new[] { 1, 2 }]));
    }
}
