using Xunit;

namespace Tangent.Tests.Ops.Creation;

public class FullTests
{
    [Fact]
    public void FillsWithScalarsAndArrays()
    {
        Assert.Equal([1.5f, 1.5f], Mx.Full(2, 1.5).ToArray<float>());
        Assert.Equal([1, 2, 1, 2], Mx.Full((2, 2), new[] { 1, 2 }).ToArray<int>());
        Assert.Equal([3], Mx.Full(1, 3, DType.Int64).ToArray<long>());
        Assert.Equal([true, true], Mx.Ones(2, DType.Bool).ToArray<bool>());
        Assert.Equal([0.0, 0], Mx.ZerosLike(new[] { 1.0, 2 }).ToArray<double>());
        Assert.Equal([7f, 7f], Mx.FullLike(new[] { 1, 2 }, 7, DType.Float32).ToArray<float>());
        Assert.Empty(Mx.Zeros((2, 0)).ToArray<float>());
    }

    [Fact]
    public void AnArrayOfNoAxesIsNoLiteral() => Assert.Equal(DType.Float32, (Mx.Full(Shape.Scalar, 2.0) * Mx.Ones(1, DType.Float16)).DType);

    [Fact]
    public void TheCotangentOfTheValueIsTheSum()
    {
        NDArray ct = Mx.Reshape(new[] { 1.0, 2, 3, 4, 5, 6 }, (2, 3));
        Assert.Equal([5.0, 7, 9], Mx.Vjp(v => [Mx.Full((2, 3), v[0])], [new[] { 2.0, 3, 4 }], [ct]).Cotangents[0].ToArray<double>());
    }

    [Fact]
    public void RefusesShapesThatCannotBe()
    {
        Assert.Throws<ArgumentException>(() => Mx.Zeros((2, -1)));
        Assert.Throws<ArgumentException>(() => Mx.Full((2, 2), new[] { 1, 2, 3 }));
        Assert.Throws<ArgumentException>(() => Mx.Zeros([int.MaxValue, int.MaxValue, int.MaxValue]));
        Assert.Equal(0, Mx.Zeros([int.MaxValue, int.MaxValue, int.MaxValue, 0]).Size);
    }
}
