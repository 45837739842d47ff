using Xunit;

namespace Tangent.Tests.Transforms;

public class LinearizeTests
{
    [Fact]
    public void PushesManyTangents()
    {
        NDArray x = new[] { 1.0, 2.0 };
        (NDArray y, Func<NDArray, NDArray> push) = Mx.Linearize((NDArray v) => Mx.Sin(v) * v, x);
        Assert.Equal(Math.Sin(1), y.ToArray<double>()[0], 12);
        for (int i = 1; i < 4; i++)
        {
            double[] dy = push(new[] { i * 1.0, 0.0 }).ToArray<double>();
            Assert.Equal(i * (Math.Cos(1) + Math.Sin(1)), dy[0], 12);
            Assert.Equal(0.0, dy[1]);
        }
    }

    [Fact]
    public void TransposeOfAMatrixProduct()
    {
        NDArray a = Mx.Reshape(new[] { 1.0, 2, 3, 4, 5, 6 }, (2, 3));
        var transpose = Mx.LinearTranspose(v => [Mx.MatMul(a, v[0])], [new[] { 0.0, 0, 0 }]);
        Assert.Equal([5.0, 7, 9], transpose([new[] { 1.0, 1.0 }])[0].ToArray<double>());
    }

    [Fact]
    public void ANonlinearFunctionHasNoTranspose() =>
        Assert.Equal("Sin", Assert.Throws<MissingRuleException>(() => Mx.LinearTranspose(v => [Mx.Sin(v[0])], [new[] { 0.0 }])([new[] { 1.0 }])).Primitive);
}
