using Tangent.Kernels;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Products take along the loop that reads them, and reductions the loop that they read.</summary>
public class AbsorptionTests
{
    private static readonly NDArray A = Layer(0, (96, 80)), B = Layer(1, (80, 112)), C = Layer(2, 112), Full = Layer(3, (96, 112));

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Epilogues = new()
    {
        ["bias"] = product => product + C,
        ["bias and relu"] = product => Mx.Maximum(product + C, 0),
        ["scale, bias and relu"] = product => Mx.Maximum(product * 0.5 + C, 0),
        ["a whole matrix"] = product => product * Full - Full,
        ["a cast"] = product => (product + C).AsType(DType.BFloat16),
        ["gelu"] = product => Gelu(product + C),
        ["silu"] = product => product * Mx.Sigmoid(product),
        ["a choice"] = product => Mx.Where(product > 0, product, Mx.Expm1(product)),
    };

    public static TheoryData<string> Names => [.. Epilogues.Keys];

    [Theory, MemberData(nameof(Names))]
    public void AProductTakesItsReadersAlong(string name)
    {
        Func<NDArray, NDArray> epilogue = Epilogues[name];
        Assert.IsType<MatMulKernel>(Assert.Single(Operations(epilogue(Mx.MatMul(A, B)))).Kernel);
        AssertSameBits(epilogue(Mx.MatMul(A, B).Eval()), epilogue(Mx.MatMul(A, B)));
    }

    [Theory, MemberData(nameof(Names))]
    public void SoItDoesUnderCompileAndVmap(string name)
    {
        Func<NDArray, NDArray> epilogue = Epilogues[name];
        NDArray expected = epilogue(Mx.MatMul(A, B).Eval()).Eval();
        AssertSameBits(expected, Mx.Compile((NDArray a) => epilogue(Mx.MatMul(a, B)))(A));
        NDArray batch = Mx.Stack([A, A]).Eval();
        NDArray mapped = Mx.Vmap(x => [epilogue(Mx.MatMul(x[0], B))])([batch])[0];
        Assert.Single(Operations(mapped), operation => operation.Kernel is MatMulKernel { Epilogue: not null });
        Assert.DoesNotContain(Operations(mapped), operation => operation.Kernel is MapKernel);
        AssertSameBits(expected, mapped[1]);
    }

    [Fact]
    public void AProductThatIsReadTwiceIsStored()
    {
        NDArray product = Mx.MatMul(A, B);
        NDArray[] y = [Mx.Maximum(product + C, 0), Mx.Sum(product, 1)];
        Assert.Contains(Operations(y), operation => operation.Kernel is MatMulKernel { Epilogue: null });
        AssertSameBits(Mx.Maximum(Mx.MatMul(A, B).Eval() + C, 0), y[0]);
    }

    [Fact]
    public void AProductThatWasAskedForIsStored()
    {
        NDArray product = Mx.MatMul(A, B), y = product + C;
        Assert.Equal(2, Operations(product, y).Length);
    }

    [Fact]
    public void ALoopOfTwoResultsIsNoEpilogue()
    {
        NDArray product = Mx.MatMul(A, B), sine = Mx.Sin(product), cosine = Mx.Cos(product);
        Assert.Equal([typeof(MatMulKernel), typeof(MapKernel)], Operations(sine, cosine).Select(operation => operation.Kernel.GetType()));
    }

    [Fact]
    public void OneLoopOverTwoProductsGoesWithOne()
    {
        PlanOperation[] operations = Operations(Mx.MatMul(A, B) * Mx.MatMul(A, B + 1));
        Assert.Single(operations, operation => operation.Kernel is MatMulKernel { Epilogue: not null });
        Assert.Single(operations, operation => operation.Kernel is MatMulKernel { Epilogue: null });
        AssertSameBits(Mx.MatMul(A, B).Eval() * Mx.MatMul(A, B + 1).Eval(), Mx.MatMul(A, B) * Mx.MatMul(A, B + 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AReductionTakesItsLoopAlong(int axis)
    {
        FoldKernel fold = Assert.IsType<FoldKernel>(Assert.Single(Operations(Mx.Sum(Mx.Exp(Full) * Full, axis))).Kernel);
        Assert.NotNull(fold.Prologue);
        AssertSameBits(Mx.Sum((Mx.Exp(Full) * Full).Eval(), axis), Mx.Sum(Mx.Exp(Full) * Full, axis));
    }

    [Fact]
    public void ALoopThatTwoReductionsReadIsStored()
    {
        NDArray x = Mx.Exp(Full) * Full;
        Assert.Equal(3, Operations(Mx.Sum(x, 0), Mx.Max(x, 1)).Length);
    }

    // The usual approximation with tanh.
    private static NDArray Gelu(NDArray x) => 0.5 * x * (1 + Mx.Tanh(0.797884560802865 * (x + 0.044715 * x * x * x)));

    private static NDArray Layer(int seed, Shape shape) => Samples.Numbers(shape, seed: seed).AsType(DType.Float32).Eval();

    private static PlanOperation[] Operations(params NDArray[] roots)
    {
        PlanGraph graph = Decomposition.Of(NDArray.NodesOf(roots));
        foreach (Node root in NDArray.NodesOf(roots))
            graph.Keep(root);
        return Plan.Build(graph).Operations;
    }

    private static void AssertSameBits(NDArray expected, NDArray actual) =>
        Assert.True(Mx.ArrayEqual(expected, actual).Item<bool>());
}
