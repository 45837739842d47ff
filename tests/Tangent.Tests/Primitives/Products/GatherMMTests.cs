using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Primitives.Products;

public class GatherMMTests
{
    [Fact]
    public void IndicesChooseAmongMatricesCountedThroughAllLeadingAxes()
    {
        NDArray a = Samples.Numbers((2, 3, 2, 4)), b = Samples.Numbers((5, 4, 3), seed: 1);
        NDArray y = Mx.GatherMM(a, b, new[,] { { 5, 0 }, { 2, -1 } }, new[] { 4, 1 });
        Assert.Equal((2, 2, 2, 3), y.Shape);
        Same(Mx.MatMul(a[1, 2], b[4]), y[0, 0]);
        Same(Mx.MatMul(a[0, 0], b[1]), y[0, 1]);
        Same(Mx.MatMul(a[0, 2], b[4]), y[1, 0]);
        Same(Mx.MatMul(a[1, 2], b[1]), y[1, 1]);
    }

    [Fact]
    public void ManyRowsOfFewExpertsAreAsTheirProductsAlone()
    {
        NDArray x = Samples.Numbers((60, 1, 40)), w = Samples.Numbers((4, 40, 33), seed: 1), experts = (NDArray)(int[])[.. Enumerable.Range(0, 60).Select(i => i * 7 % 4)];
        NDArray y = Mx.GatherMM(x, w, null, experts);
        for (int i = 0; i < 60; i++)
            Same(Mx.MatMul(x[i], w[i * 7 % 4]), y[i]);
        Func<NDArray[], NDArray> gathered = v => Mx.Sum(Mx.Square(Mx.GatherMM(v[0], v[1], null, experts)));
        Func<NDArray[], NDArray> taken = v => Mx.Sum(Mx.Square(Mx.MatMul(v[0], Mx.Take(v[1], experts, 0))));
        NDArray[] expected = Mx.Grad(taken)([x, w]), actual = Mx.Grad(gathered)([x, w]);
        Same(expected[0], actual[0]);
        Same(expected[1], actual[1]);
    }

    [Fact]
    public void TheGradientOfExpertsNeedsNoMatrixForEachRow()
    {
        NDArray x = Mx.Ones((64, 1, 256)).Eval(), w = Mx.Ones((4, 256, 256)).Eval(), experts = (NDArray)(int[])[.. Enumerable.Range(0, 64).Select(i => i % 4)];
        NDArray dw = Mx.Grad(v => Mx.Sum(Mx.GatherMM(x, v, null, experts)))(w);
        PlanGraph graph = Decomposition.Of([dw.Node]);
        graph.Keep(dw.Node);
        Assert.True(Plan.Build(graph).Peak < 2 * w.NBytes);
    }

    [Fact]
    public void HalvesAreSummedInFloat32()
    {
        NDArray x = Mx.Full((1, 1, 1), 1f).AsType(DType.Float16), w = Mx.Ones((1, 1, 8), DType.Float16), zeros = Mx.Zeros(4096, DType.Int32);
        NDArray dw = Mx.Grad(v => Mx.Sum(Mx.GatherMM(x, v, null, zeros)[Mx.Ellipsis, ..8].AsType(DType.Float32)))(w);
        Assert.Equal(Enumerable.Repeat((Half)4096, 8), dw.ToArray<Half>());
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        NDArray a = Mx.Zeros((2, 3, 4)), b = Mx.Zeros((5, 4, 2)), i = Mx.Zeros(3, DType.Int32);
        Refusal.Argument("GatherMM: the inner lengths of shapes [2,3,4] and [5,2,4] differ.", () => Mx.GatherMM(a, Mx.Zeros((5, 2, 4)), i, i));
        Refusal.Argument("GatherMM: both arrays need an axis; the shapes are [] and [5,4,2].", () => Mx.GatherMM(Mx.Zeros(Shape.Scalar), b, i, i));
        Refusal.Argument("GatherMM: the indices are float32; they must be integers.", () => Mx.GatherMM(a, b, Mx.Zeros(3), i));
        Refusal.Argument("GatherMM: the indices are bool; they must be integers.", () => Mx.GatherMM(a, b, i, Mx.Zeros(3, DType.Bool)));
        Refusal.Argument("GatherMM: shapes [3] and [2] do not broadcast.", () => Mx.GatherMM(a, b, i, Mx.Zeros(2, DType.Int32)));
        Refusal.Argument("GatherMM: shapes [2] and [3] do not broadcast.", () => Mx.GatherMM(a, b, null, i));
        Refusal.Argument("GatherMM: no index is in range for the matrices of shape [0,4,2].", () => Mx.GatherMM(a, Mx.Zeros((0, 4, 2)), i, i));
        Refusal.Of<ArgumentNullException>("Value cannot be null. (Parameter 'b')", () => Mx.GatherMM(a, null!, i));
    }

    private static void Same(NDArray expected, NDArray actual) => Assert.True(Mx.AllClose(expected, actual, 1e-10, 1e-12).Item<bool>(), $"{expected}, {actual}");
}
