using Xunit;

namespace Tangent.Tests.Primitives.Pooling;

public class MaxPoolTests
{
    [Fact]
    public void TheRecordedLayersAgree() => RecordedPools.Agree("MaxPool", (x, window, stride, padding) => Mx.MaxPool(x, window, stride, padding));

    [Fact]
    public void DerivativesOfRandomWindowsAreRight() => RandomPools.HaveRightDerivatives((x, window, stride, padding) => Mx.MaxPool(x, window, stride, padding));

    [Fact]
    public void ElementsThatTieShareEvenly()
    {
        NDArray x = Mx.Reshape(new float[] { 2, 2, 1, 2 }, (1, 4, 1)), dx = Mx.Reshape(new float[] { 1, 3, 5, 9 }, (1, 4, 1));
        Assert.Equal([2f, 3, 9], Mx.Jvp(v => Mx.MaxPool(v, 2, 1), x, dx).Tangents.ToArray<float>());
        Assert.Equal([0.5f, 1.5f, 0, 1], Mx.Grad(v => Mx.Sum(Mx.MaxPool(v, 2, 1)))(x).ToArray<float>());
    }

    [Fact]
    public void PaddingTakesNoShareOfWhatIsAsSmallAsItIs()
    {
        NDArray x = Mx.Full((1, 2, 1), float.NegativeInfinity);
        Assert.Equal([float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity], Mx.MaxPool(x, 2, 1, 1).ToArray<float>());
        Assert.Equal([1.5f, 1.5f], Mx.Grad(v => Mx.Sum(Mx.MaxPool(v, 2, 1, 1)))(x).ToArray<float>());
    }

    [Fact]
    public void WhatIsNotTheLargestHasNoDerivativeWhateverItsSlopeIs()
    {
        NDArray x = Mx.Reshape(new double[] { 0, 4, 0, 0.25 }, (1, 4, 1));
        Func<NDArray, NDArray> f = v => Mx.Sum(Mx.MaxPool(Mx.Sqrt(v), 2));
        Assert.Equal([0, 0.25, 0, 1], Mx.Grad(f)(x).ToArray<double>());
        Assert.Equal(1.25, Mx.Jvp(f, x, Mx.OnesLike(x)).Tangents.Item<double>());
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public void BehindAnActivationNoMaskIsMade(bool isChoice)
    {
        NDArray x = Mx.Ones((1, 32, 32, 64)).Eval();
        NDArray Activated(NDArray v) => isChoice ? Mx.Relu(v) : Mx.Maximum(v, 0);
        NDArray dx = Mx.Grad(v => Mx.Sum(Mx.MaxPool(Activated(Mx.Conv2d(v, Mx.Ones((64, 3, 3, 64)))), 2)))(x);
        PlanGraph graph = Decomposition.Of([dx.Node]);
        graph.Keep(dx.Node);
        Assert.Single(graph.Dump().Split('\n'), line => line.Contains("MaximumCotangent", StringComparison.Ordinal));
    }

    [Fact]
    public void IntegersAndHalvesKeepTheirType()
    {
        Assert.Equal([3, 9], Mx.MaxPool(Mx.Reshape(new[] { 3, -2, 9, 4 }, (1, 4, 1)), 2).ToArray<int>());
        Assert.Equal(DType.BFloat16, Mx.MaxPool(Mx.Ones((1, 4, 1), DType.BFloat16), 2).DType);
        Assert.Equal([true, false], Mx.MaxPool(Mx.Reshape(new[] { true, false, false, false }, (1, 4, 1)), 2).ToArray<bool>());
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        NDArray x = Mx.Zeros((2, 9, 8, 6));
        Refusal.Argument("MaxPool: the input [2,9] needs 3 axes or more", () => Mx.MaxPool(Mx.Zeros((2, 9)), 2));
        Refusal.Argument("MaxPool: the window [10,2] does not fit in the padded input [2,9,8,6] along axis 1.", () => Mx.MaxPool(x, (10, 2)));
        Refusal.Argument("MaxPool: window [1,2,3] has 3 numbers for 2 axes.", () => Mx.MaxPool(x, (1, 2, 3)));
        Refusal.Argument("MaxPool: window 0 is less than 1.", () => Mx.MaxPool(x, 0));
        Refusal.Argument("MaxPool: the window has no numbers.", () => Mx.MaxPool(x, default(PerAxis)));
        Refusal.Argument("MaxPool: stride 0 is less than 1.", () => Mx.MaxPool(x, 2, 0));
        Refusal.Argument("MaxPool: padding -1 is less than 0.", () => Mx.MaxPool(x, 2, 2, -1));
        Refusal.Argument("MaxPool: complex64 has no largest element", () => Mx.MaxPool(Mx.Zeros((1, 4, 2), DType.Complex64), 2));
        Refusal.Argument("MaxPool: axis 1 of the result would have 4294967297 elements.", () => Mx.MaxPool(Mx.Zeros((1, 4, 1)), 2, 1, int.MaxValue));
        Refusal.Of<ArgumentNullException>("Value cannot be null. (Parameter 'input')", () => Mx.MaxPool(null!, 2));
    }
}
