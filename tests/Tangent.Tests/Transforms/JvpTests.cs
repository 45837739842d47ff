using Xunit;

namespace Tangent.Tests.Transforms;

public class JvpTests
{
    private static readonly NDArray X = Mx.Reshape(new[] { 1f, 2, 3, 4, 5, 6 }, (2, 3));

    private static NDArray[] Never(NDArray[] x) => throw new InvalidOperationException("the function ran");

    [Fact]
    public void TangentOfAnotherShapeIsRefusedBeforeTheFunctionRuns()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Mx.Jvp(Never, [X, X], [X, Mx.Transpose(X)]));
        Assert.StartsWith("Jvp: tangent 1 has shape [3,2], its primal has [2,3].", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TangentOfAnotherTypeIsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Mx.Jvp(Never, [Mx.AsType(X, DType.Float16)], [X]));
        Assert.StartsWith("Jvp: tangent 0 is float32, its primal is float16.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongNumberIsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Mx.Jvp(Never, [X, X], [X]));
        Assert.StartsWith("Jvp: 1 tangents for 2 primals.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIntegerPrimalTakesOnlyNull()
    {
        NDArray k = new[] { 1, 2 };
        Assert.Throws<ArgumentException>(() => Mx.Jvp(Never, [k], [k]));
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(v => [v[0] * v[0]], [k], [null]);
        Assert.Equal([1, 4], y[0].ToArray<int>());
        Assert.Equal([0, 0], dy[0].ToArray<int>());
    }

    [Fact]
    public void OutputsThatDoNotDependHaveZeroTangents()
    {
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(v => [v[0], Mx.Sin(v[0]), X * 2.0], [new[] { 1.0 }], [new[] { 3.0 }]);
        Assert.Equal([3.0], dy[0].ToArray<double>());
        Assert.Equal(X.Shape, dy[2].Shape);
        Assert.All(dy[2].ToArray<float>(), value => Assert.Equal(0f, value));
        Assert.Equal(y[2].DType, dy[2].DType);
    }

    [Fact]
    public void AFunctionThatThrowsLeavesTheNextCallIntact()
    {
        Assert.Throws<InvalidOperationException>(() => Mx.Jvp(Never, [X], [X]));
        Assert.Null(Trace.Current);
        Assert.Equal(X.ToArray<float>(), Mx.Jvp(v => v, [X], [X]).Tangents[0].ToArray<float>());
    }

    [Fact]
    public void TuplesAndNullTangents()
    {
        NDArray x = new[] { 2.0 };
        NDArray y = new[] { 5.0 };
        (NDArray value, NDArray tangent) = Mx.Jvp((a, b) => a * b, (x, y), (x, null));
        Assert.Equal([10.0], value.ToArray<double>());
        Assert.Equal([10.0], tangent.ToArray<double>());
    }

    [Fact]
    public void TheSameArrayTwice()
    {
        NDArray x = new[] { 3.0 };
        NDArray one = new[] { 1.0 };
        Assert.Equal([6.0], Mx.Jvp(v => [v[0] * v[1]], [x, x], [one, one]).Tangents[0].ToArray<double>());
        Assert.Equal([3.0], Mx.Jvp(v => [v[0] * v[1]], [x, x], [one, null]).Tangents[0].ToArray<double>());
    }
}
