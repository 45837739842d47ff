using Xunit;

namespace Tangent.Tests.Ops.Products;

public class ProductsTests
{
    private static NDArray X => Mx.Reshape(new[] { 1.0, 2, 3, 4, 5, 6 }, (2, 3));

    private static NDArray Y => Mx.Reshape(new[] { 1.0, 0, 2, 0, 1, 3 }, (2, 3));

    public static TheoryData<string, Func<NDArray>, double[]> Values => new()
    {
        { "inner", () => Mx.Inner(X, Y), [7, 11, 16, 23] },
        { "inner of scalars", () => Mx.Inner(X, 2.0), [2, 4, 6, 8, 10, 12] },
        { "outer", () => Mx.Outer(new[] { 1.0, 2 }, new[] { 3.0, 4 }), [3, 4, 6, 8] },
        { "vecdot", () => Mx.VecDot(X, Y), [7, 23] },
        { "vecdot down", () => Mx.VecDot(X, Y, 0), [1, 5, 24] },
        { "tensordot", () => Mx.TensorDot(X, Y), [30] },
        { "tensordot of pairs", () => Mx.TensorDot(X, Y, (0, 0)), [1, 4, 14, 2, 5, 19, 3, 6, 24] },
        { "outer tensordot", () => Mx.TensorDot(new[] { 1.0, 2 }, new[] { 3.0, 4 }, 0), [3, 4, 6, 8] },
        { "kron", () => Mx.Kron(new[] { 1.0, 2 }, Mx.Reshape(new[] { 1.0, 10 }, (2, 1))), [1, 2, 10, 20] },
        { "addmm", () => Mx.AddMM(new[] { 1.0, 10 }, X, Mx.Transpose(Y), 2, 3), [17, 52, 35, 76] },
        { "empty sums", () => Mx.Inner(Mx.Zeros((1, 0), DType.Float64), Mx.Zeros((2, 0), DType.Float64)), [0, 0] },
    };

    [Theory, MemberData(nameof(Values))]
    public void Elements(string name, Func<NDArray> function, double[] expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, function().ToArray<double>());
    }

    [Fact]
    public void VecDotConjugatesTheFirst()
    {
        NDArray x = Mx.Array(new[] { new Complex64(1, 2) });
        Assert.Equal(new Complex64(5, 0), Mx.VecDot(x, x).Item<Complex64>());
    }

    public static TheoryData<Func<NDArray>> Refused => new()
    {
        () => Mx.Inner(X, new[] { 1.0, 2 }),
        () => Mx.TensorDot(X, Y, 3),
        () => Mx.TensorDot(X, Y, (0, 1)),
        () => Mx.TensorDot(X, Y, (new Axes([0, 0]), new Axes([0, 0]))),
        () => Mx.AddMM(new[] { 1.0 }, X, Y),
    };

    [Theory, MemberData(nameof(Refused))]
    public void Refuses(Func<NDArray> function) => Assert.IsAssignableFrom<ArgumentException>(Record.Exception(function));
}
