using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Randomness;

/// <summary>Vectors have the mean and covariance asked for, whatever the covariance is; what belongs not together is refused.</summary>
public class MultivariateNormalTests
{
    private static readonly NDArray Key = Mx.Random.Key(11);

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void SamplesHaveMeanAndCovariance(DType dtype)
    {
        NDArray mean = Mx.Array([1.0, -2, 3]), factor = Mx.Array([[1.0, 0.5, 0], [0, 2, -1], [0.3, 0, 1]]), cov = Mx.MatMul(factor, factor.T);
        NDArray x = Mx.Random.MultivariateNormal(mean, cov, 200_000, dtype, Key).AsType(DType.Float64), centred = x - mean;
        Assert.Equal((200_000, 3), x.Shape);
        Assert.True(Mx.AllClose(Mx.Mean(x, 0), mean, atol: 0.02).Item<bool>());
        Assert.True(Mx.AllClose(Mx.MatMul(centred.T, centred) / 200_000, cov, atol: 0.05).Item<bool>());
    }

    [Fact]
    public void ASingularCovarianceGivesVectorsOfItsRange()
    {
        NDArray v = Mx.Array([1.0, 2, -1]), cov = Mx.Outer(v, v);
        NDArray x = Mx.Random.MultivariateNormal(Mx.Zeros(3, DType.Float64), cov, 100, DType.Float64, Key);
        Law.Same([x[.., 1..2] * (v / 2)], [x], "multiples of one vector");
        Func<NDArray, NDArray> f = s => Mx.Random.MultivariateNormal(Mx.Zeros(3, DType.Float64), cov * s, dtype: DType.Float64, key: Key);
        (NDArray y, NDArray dy) = Mx.Jvp(f, Mx.Array(1.0), Mx.Array(1.0));
        Law.Same([y / 2], [dy], "tangent that keeps the rank");
        NDArray across = Mx.Jvp(c => Mx.Random.MultivariateNormal(Mx.Zeros(3, DType.Float64), c, dtype: DType.Float64, key: Key), cov, Mx.Eye(3, dtype: DType.Float64)).Tangents;
        Assert.True(Mx.All(Mx.IsNaN(across)).Item<bool>());
        Law.Same([Mx.Zeros((4, 2))], [Mx.Random.MultivariateNormal(Mx.Zeros(2), Mx.Zeros((2, 2)), 4, key: Key)], "no covariance");
    }

    [Fact]
    public void OneThatIsNoneGivesNaN() =>
        Assert.True(Mx.All(Mx.IsNaN(Mx.Random.MultivariateNormal(Mx.Zeros(2), Mx.Array([[1f, 2], [2, 1]]), 3, key: Key))).Item<bool>());

    [Fact]
    public void OfACovarianceItsSymmetricPartCounts()
    {
        NDArray cov = Mx.Array([[4.0, 1, 0.5], [-0.2, 3, 0], [0.1, 1, 2]]), mean = Mx.Zeros(3, DType.Float64);
        NDArray expected = Mx.Random.MultivariateNormal(mean, (cov + cov.T) / 2, 5, DType.Float64, Key);
        Law.Same([expected], [Mx.Random.MultivariateNormal(mean, cov, 5, DType.Float64, Key)], "its symmetric part");
        Law.Same([expected], [Mx.Random.MultivariateNormal(mean, cov.T, 5, DType.Float64, Key)], "the transpose");
    }

    [Fact]
    public void LeadingAxesBroadcast()
    {
        NDArray mean = Mx.Zeros((4, 1, 2)), cov = Mx.BroadcastTo(Mx.Eye(2), (3, 2, 2));
        Assert.Equal((4, 3, 2), Mx.Random.MultivariateNormal(mean, cov, key: Key).Shape);
        Assert.Equal((5, 4, 3, 2), Mx.Random.MultivariateNormal(mean, cov, (5, 1, 3), key: Key).Shape);
        Assert.Equal((7, 0), Mx.Random.MultivariateNormal(Mx.Zeros(0), Mx.Zeros((0, 0)), 7, key: Key).Shape);
        NDArray each = Mx.Random.MultivariateNormal(Mx.Zeros(2), Mx.Stack([Mx.Eye(2), Mx.Eye(2) * 4]), key: Key), ones = Mx.Random.Normal((2, 2), key: Key);
        Law.Same([ones * Mx.Array([[1f], [2f]])], [each], "a covariance each");
    }

    // A covariance is the square of its root, by which standard normal numbers are multiplied.
    [Fact]
    public void EachVectorIsOfItsOwnCovariance()
    {
        NDArray roots = Mx.Array(new double[,,] { { { 2, 1 }, { 1, 2 } }, { { 3, -1 }, { -1, 1 } } }), standard = Mx.Random.Normal((5, 2, 2), DType.Float64, key: Key);
        NDArray each = Mx.Random.MultivariateNormal(Mx.Zeros(2, DType.Float64), Mx.MatMul(roots, roots), (5, 2), DType.Float64, Key);
        Law.Same([Mx.Stack([Mx.MatMul(standard[.., 0], roots[0]), Mx.MatMul(standard[.., 1], roots[1])], 1)], [each], "a covariance each");
    }

    [Fact]
    public void HalfTypesComputeInFloat32()
    {
        NDArray x = Mx.Random.MultivariateNormal(Mx.Zeros(2, DType.Float16), Mx.Eye(2, dtype: DType.Float16), 3, DType.Float16, Key);
        Law.Same([Mx.Random.Normal((3, 2), DType.Float16, key: Key)], [x], "standard normal");
    }

    [Fact]
    public void WhatDoesNotBelongTogetherIsRefused()
    {
        NDArray mean = Mx.Zeros(2), cov = Mx.Eye(2);
        Refuses("mean", () => Mx.Random.MultivariateNormal(Mx.Zeros([]), cov));
        Refuses("cov", () => Mx.Random.MultivariateNormal(mean, Mx.Zeros(2)));
        Refuses("cov", () => Mx.Random.MultivariateNormal(mean, Mx.Zeros((2, 3))));
        Refuses("cov", () => Mx.Random.MultivariateNormal(mean, Mx.Eye(3)));
        Refuses("mean", () => Mx.Random.MultivariateNormal(mean.AsType(DType.Complex64), cov));
        Refuses("cov", () => Mx.Random.MultivariateNormal(mean, cov.AsType(DType.Complex64)));
        Refuses("dtype", () => Mx.Random.MultivariateNormal(mean, cov, dtype: DType.Int32));
        Refuses("dtype", () => Mx.Random.MultivariateNormal(mean, cov, dtype: DType.Complex64));
        Refuses(null, () => Mx.Random.MultivariateNormal(Mx.Zeros((2, 2)), Mx.Zeros((3, 2, 2))));
        Refuses(null, () => Mx.Random.MultivariateNormal(Mx.Zeros((3, 2)), cov, 2));
    }

    private static void Refuses(string? parameter, Action call)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(call);
        Assert.StartsWith("Random.MultivariateNormal: ", error.Message);
        if (parameter is not null)
            Assert.Equal(parameter, error.ParamName);
    }
}
