using Tangent.Kernels;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Primitives.RowWise;

/// <summary>Row-wise kernels compute what their compositions do, which the laws hold against definitions.</summary>
public class RowCompositeTests
{
    private static readonly Dictionary<string, (Primitive Primitive, int Inputs)> Composites = new()
    {
        ["softmax"] = (new Softmax(1), 1),
        ["softmax of planes"] = (new Softmax((1, 2)), 1),
        ["softmax tangent"] = (new SoftmaxTangent(1), 2),
        ["logsumexp"] = (new LogSumExp(1), 1),
        ["logsumexp of planes"] = (new LogSumExp((1, 2)), 1),
        ["layer norm"] = (new LayerNorm(1e-5), 3),
        ["rms norm"] = (new RmsNorm(1e-5), 2),
        ["layer norm tangent"] = (new NormalizationTangent(true, 1e-5), 2),
        ["layer norm cotangents"] = (new NormalizationCotangents(true, 1e-5), 3),
        ["rms norm cotangents"] = (new NormalizationCotangents(false, 1e-5), 3),
        ["rms norm tangent"] = (new NormalizationTangent(false, 1e-5), 2),
    };

    public static TheoryData<string, DType> Cases =>
        [.. from name in Composites.Keys
            from dtype in new[] { DType.Float32, DType.Float64, DType.Float16, DType.BFloat16 }
            select new TheoryDataRow<string, DType>(name, dtype)];

    [Theory, MemberData(nameof(Cases))]
    public void RowByRowIsTheComposition(string name, DType dtype)
    {
        Shape shape = name.EndsWith("planes", StringComparison.Ordinal) ? (70, 9, 11) : (70, 99);
        Check(name, Inputs(name, shape, dtype));
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(9, 2047)]
    [InlineData(9, 2049)]
    [InlineData(8, 5000)]
    public void RowsOfManyLengths(int rows, int length)
    {
        foreach (string name in Composites.Keys.Where(name => !name.EndsWith("planes", StringComparison.Ordinal)))
            Check(name, Inputs(name, (rows, length), DType.Float32));
    }

    [Fact]
    public void RowsOfAnyStrides()
    {
        NDArray dense = Numbers((90, 100), 1, DType.Float32);
        Check("layer norm", [Mx.Transpose(dense)[.., ..88], Mx.Flip(dense[0, ..88]), dense[..88, 3]]);
        Check("layer norm cotangents", [Mx.Transpose(dense)[.., ..88], Mx.Transpose(dense)[.., 2..], dense[..88, 3]]);
        Check("softmax", [Numbers((90, 220), 1, DType.Float32)[.., 3..103]]);
        Check("softmax", [Mx.Flip(dense, 0)]);
        Check("softmax", [Mx.Flip(dense, 1)]);
        Check("softmax", [Mx.AsStrided(dense, (80, 70), [3, 7])]);
    }

    [Fact]
    public void RowsOfOneRepeatedNumber()
    {
        NDArray numbers = Mx.BroadcastTo(Numbers((90, 1), 1, DType.Float32), (90, 100));
        NDArray dense = Numbers((90, 100), 2, DType.Float32);
        Check("softmax tangent", [dense, numbers]);
        Check("softmax tangent", [numbers, dense]);
        Check("softmax", [numbers]);
        Check("logsumexp", [Mx.BroadcastTo(Mx.Array(3f), (90, 100))]);
    }

    [Fact]
    public void SpecialValuesStay()
    {
        NDArray x = Numbers((80, 64), 1, DType.Float32);
        x[3, 5] = float.NaN;
        x[4, 6] = float.PositiveInfinity;
        x[5] = float.NegativeInfinity;
        x[6, 1] = float.NegativeInfinity;
        foreach (string name in new[] { "softmax", "logsumexp", "layer norm tangent" })
            Check(name, [.. Enumerable.Range(0, Composites[name].Inputs).Select(_ => x)]);
    }

    [Fact]
    public void OnlyLongRowsAlongTheLastAxesHaveAKernel()
    {
        Assert.True(HasKernel(new Softmax(1), (80, 64)));
        Assert.True(HasKernel(new Softmax((1, 2)), (80, 8, 8)));
        Assert.False(HasKernel(new Softmax(0), (80, 64)));
        Assert.False(HasKernel(new Softmax((0, 2)), (80, 8, 8)));
        Assert.False(HasKernel(new Softmax(1), (4096, 3)));
        Assert.False(HasKernel(new Softmax(1), (1, 100_000)));
        Assert.False(HasKernel(new Softmax(1), (0, 64)));
    }

    [Theory]
    [InlineData("softmax", 3)]
    [InlineData("softmax tangent", 3)]
    [InlineData("logsumexp", 2)]
    [InlineData("layer norm", 3)]
    [InlineData("layer norm cotangents", 3)]
    [InlineData("rms norm", 2)]
    [InlineData("rms norm cotangents", 2)]
    public void PassesOverARowAreNoMoreThanItsFoldsAskFor(string name, int passes)
    {
        Node[] x = [.. Inputs(name, (80, 64), DType.Float32).Select(array => array.Node)];
        var kernel = (RowWiseKernel)Composites[name].Primitive.Lower(x, Composites[name].Primitive.Infer(x));
        Assert.Equal(passes, kernel.Stages.Count(stage => !stage.IsOnNumbers));
    }

    private static bool HasKernel(RowComposite primitive, Shape shape) => primitive.HasKernel([Mx.Zeros(shape).Node]);

    private static bool HasKernel(Primitive primitive, Node[] x) =>
        primitive is MultiOutput several ? several.HasKernel(x) : ((RowComposite)primitive).HasKernel(x);

    private static NDArray[] Expand(Primitive primitive, NDArray[] x) =>
        primitive is MultiOutput several ? several.ExpandAll(x)! : [((RowComposite)primitive).Expand(x)];

    private static void Check(string name, NDArray[] x)
    {
        Primitive primitive = Composites[name].Primitive;
        Assert.True(HasKernel(primitive, NDArray.NodesOf(x)), $"{name} of {x[0].Spec} has no kernel");
        Law.Same(Expand(primitive, x), primitive.ApplyAll(x), $"{name} of {x[0].Spec}");
    }

    private static NDArray[] Inputs(string name, Shape shape, DType dtype)
    {
        Primitive primitive = Composites[name].Primitive;
        return [.. Enumerable.Range(0, Composites[name].Inputs).Select(i => Numbers(IsWeight(i) ? shape[^1] : shape, i, dtype))];

        bool IsWeight(int input) => primitive is LayerNorm or RmsNorm ? input > 0 : primitive is NormalizationCotangents && input == 2;
    }

    private static NDArray Numbers(Shape shape, int seed, DType dtype) => Mx.AsType(Samples.Numbers(shape, -3, 3, seed), dtype);
}
