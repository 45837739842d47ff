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
    public void ProductsOfIntegersDoNotWrapAroundBeforeTheyAreWidened()
    {
        NDArray x = new sbyte[] { 100, -100, 127 }, y = new byte[] { 255, 255 };
        Assert.Equal(10000 + 10000 + (127 * 127), Mx.VecDot(x, x).Item<int>());
        Assert.Equal(2u * 255 * 255, Mx.VecDot(y, y).Item<uint>());
        Assert.Equal(2, Mx.VecDot(new[] { true, true }, new[] { true, true }).Item<int>());
        Assert.Equal(2f * 255 * 255, Mx.Inner(y, y).Item<float>());
        Assert.Equal(2f * 255 * 255, Mx.MatMul(y, y).Item<float>());
        Assert.Equal(2f * 255 * 255, Mx.TensorDot(y, y, 1).Item<float>());
    }

    [Fact]
    public void VecDotTakesVectorsOfOneLengthAndBroadcastsTheOthers()
    {
        Assert.Equal([6.0, 15], Mx.VecDot(X, new[] { 1.0, 1, 1 }).ToArray<double>());
        Assert.Equal((4, 2), Mx.VecDot(Mx.Ones((4, 1, 3)), Mx.Ones((2, 3))).Shape);
        Refusal.Argument("VecDot: shapes [2,3] and [1] do not have vectors of one length along axis -1.", () => Mx.VecDot(X, new[] { 1.0 }));
        Refusal.Argument("VecDot: shapes [2,3] and [3] do not have vectors of one length along axis 0.", () => Mx.VecDot(X, new[] { 1.0, 2, 3 }, 0));
        Refusal.Argument("VecDot: shapes [2,3] and [5,3] do not broadcast.", () => Mx.VecDot(X, Mx.Ones((5, 3))));
        Refusal.Argument("VecDot: axis -1 is out of range", () => Mx.VecDot(1.0, 2.0));
    }

    [Fact]
    public void AddMMRefusesShapesThatDoNotFitAndNamesItself()
    {
        Refusal.Argument("AddMM: the inner lengths of shapes [2,3] and [2,3] differ.", () => Mx.AddMM(1.0, X, X));
        Refusal.Argument("AddMM: c of shape [4,2,2] does not broadcast to the shape [2,2]", () => Mx.AddMM(Mx.Ones((4, 2, 2)), X, Mx.Transpose(Y)));
        Refusal.Argument("AddMM: c of shape [3] does not broadcast", () => Mx.AddMM(Mx.Ones(3), X, Mx.Transpose(Y)));
        Refusal.Argument("AddMM: both arrays need an axis", () => Mx.AddMM(1.0, 2.0, X));
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
