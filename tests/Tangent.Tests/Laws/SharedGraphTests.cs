using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>Four threads and one graph: composites, views, different roots, and transforms that read what others evaluate.</summary>
public class SharedGraphTests
{
    private static readonly Dictionary<string, Func<NDArray, NDArray>> Composites = new()
    {
        ["softmax"] = x => Mx.Softmax(x, -1),
        ["softmax over columns"] = x => Mx.Softmax(x, 0),
        ["logsumexp"] = x => Mx.LogSumExp(x, -1),
        ["logsumexp over columns"] = x => Mx.LogSumExp(x, 0),
        ["layer norm"] = x => Mx.Fast.LayerNorm(x, Mx.Ones(x.Shape[^1]) * 2, Mx.Ones(x.Shape[^1]), 1e-5),
        ["rms norm"] = x => Mx.Fast.RmsNorm(x, null, 1e-5),
        ["variance"] = x => Mx.Var(x, -1),
        ["cross entropy"] = x => Mx.LogSumExp(x, -1) - x[.., 0],
        ["a checkpointed network"] = x => Mx.Checkpoint((NDArray v) => Mx.Softmax(Mx.Tanh(Mx.MatMul(v, Mx.Transpose(v))), -1))(x),
    };

    private static readonly Shape[] Sizes = [(4, 5), (8, 8), (64, 96)];

    public static TheoryData<string, int> Cases => [.. Composites.Keys.SelectMany(name => Enumerable.Range(0, Sizes.Length).Select(size => (name, size)))];

    [Theory, MemberData(nameof(Cases))]
    public void Composite(string name, int size) => Threads.Share(60, () => [Composites[name](Input(size))], Threads.Evaluate, name);

    [Theory, MemberData(nameof(Cases))]
    public void GradientOfAComposite(string name, int size) =>
        Threads.Share(30, () => [Mx.Grad((NDArray x) => Mx.Sum(Mx.Square(Composites[name](x))))(Input(size))], Threads.Evaluate, $"gradient of {name}");

    [Theory, MemberData(nameof(Cases))]
    public void SecondDerivativeOfAComposite(string name, int size) => Threads.Share(
        15, () => [Mx.Hvp((NDArray x) => Mx.Sum(Mx.Square(Composites[name](x))), Input(size), Input(size)).Product], Threads.Evaluate, $"second derivative of {name}");

    [Theory, MemberData(nameof(Cases))]
    public void DifferentRootsOfOneGraph(string name, int size) => Threads.Share(60, () => Roots(Composites[name](Input(size))), EvaluateOwn, $"roots over {name}");

    [Theory, MemberData(nameof(Cases))]
    public void RootsReadInsideATransformOfEachThread(string name, int size) => Threads.Share(20, () => Roots(Composites[name](Input(size))), ReadInside, $"roots over {name}, read inside transforms");

    [Theory, MemberData(nameof(Cases))]
    public void AGraphInsideATransformInProgress(string name, int size)
    {
        NDArray input = Input(size).Eval();
        byte[][] expected = Bits.Of([Mx.Grad((NDArray x) => Loss(x, _ => { }))(input)]);
        for (int round = 0; round < 20; round++)
            Bits.Equal(expected, [Mx.Grad((NDArray x) => Loss(x, roots => Threads.Run(1, (index, _) => EvaluateOwn(index, roots))))(input)], name);

        NDArray Loss(NDArray x, Action<NDArray[]> evaluate)
        {
            NDArray[] roots = Roots(Composites[name](x * 2));
            evaluate(roots);
            return roots.Aggregate(Mx.Array(0f), (sum, root) => sum + Mx.Sum(Mx.Sin(root)));
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void ACompiledFunctionOfSharedArguments(string name, int size)
    {
        Func<NDArray, NDArray> compiled = Mx.Compile(Composites[name]);
        NDArray[] inputs = [.. Enumerable.Range(0, 30).Select(_ => Composites[name](Input(size)))];
        byte[][] expected = Bits.Of([Mx.Compile((NDArray x) => Mx.Softmax(x * 3, 0))(inputs[0])]);
        Func<NDArray, NDArray> shared = Mx.Compile((NDArray x) => Mx.Softmax(x * 3, 0));
        Threads.Run(30, (_, round) => Bits.Equal(expected, [shared(inputs[round])], $"compiled over {name}"));
        Threads.Run(30, (_, _) => compiled(Input(size)).Eval());
    }

    // A lazy input of its own for every graph.
    private static NDArray Input(int size)
    {
        Shape shape = Sizes[size];
        return Mx.Sin(Mx.Reshape(Mx.Arange(0, (double)shape.Size, dtype: DType.Float32), shape) * 0.7);
    }

    // Elementwise, a fold, views of two kinds, and a product with itself: as many roots as threads, and two more.
    private static NDArray[] Roots(NDArray y) =>
        [y * 2 + 1, Mx.Sum(y * y, -1), Mx.Transpose(y), Mx.Reshape(y, -1)[1..], Mx.CumSum(y, 0), Mx.Exp(y)];

    private static void EvaluateOwn(int index, NDArray[] roots)
    {
        roots[index].Eval();
        Threads.Evaluate(index, roots);
    }

    private static void ReadInside(int index, NDArray[] roots)
    {
        NDArray point = Mx.Array([0.5f, 1f]);
        NDArray gradient = Mx.Grad((NDArray x) =>
        {
            EvaluateOwn(index, roots);
            return Mx.Sum(x * x) * Mx.Max(roots[0]);
        })(point);
        Bits.Equal(Bits.Of([point * 2 * Mx.Max(roots[0])]), [gradient], "a gradient that reads shared arrays");
    }
}
