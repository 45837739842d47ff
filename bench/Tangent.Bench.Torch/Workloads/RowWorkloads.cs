using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>Functions of the rows of a 4096×1024 matrix: forward, and forward with the gradient.</summary>
internal static class RowWorkloads
{
    private const int Rows = 4096, Columns = 1024;
    private const double Epsilon = 1e-5;

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["softmax"] = () => Forward(Softmax, Matrix(1)),
        ["softmax-gradient"] = () => Gradient(Softmax, Matrix(2), Matrix(1)),
        ["cross-entropy"] = () => Forward(CrossEntropy(), Matrix(1)),
        ["cross-entropy-gradient"] = () => Gradient(CrossEntropy(), tensor(1f), Matrix(1)),
        ["layer-norm"] = () => Forward(LayerNorm, Matrix(1), Row(2), Row(3)),
        ["layer-norm-gradient"] = () => Gradient(LayerNorm, Matrix(4), Matrix(1), Row(2), Row(3)),
        ["rms-norm"] = () => Forward(RmsNorm, Matrix(1), Row(2)),
        ["rms-norm-gradient"] = () => Gradient(RmsNorm, Matrix(4), Matrix(1), Row(2)),
        ["cumsum-axis0"] = () => Forward(x => cumsum(x[0], 0), Matrix(1)),
        ["cumsum-axis1"] = () => Forward(x => cumsum(x[0], 1), Matrix(1)),
        ["sort-1e6"] = () => Forward(x => sort(x[0]).values, tensor(Inputs.Uniform(1_000_000, seed: 1))),
    };

    /// <summary>A matrix of uniform numbers.</summary>
    public static Tensor Matrix(int seed) => tensor(Inputs.Uniform(Rows * Columns, seed)).reshape(Rows, Columns);

    private static Tensor Row(int seed) => tensor(Inputs.Uniform(Columns, seed));

    private static Tensor Softmax(Tensor[] x) => softmax(x[0], -1);

    private static Tensor LayerNorm(Tensor[] x) => nn.functional.layer_norm(x[0], [Columns], x[1], x[2], Epsilon);

    // TorchSharp has no function for it.
    private static Tensor RmsNorm(Tensor[] x) => x[0] * rsqrt(x[0].square().mean([-1L], keepdim: true) + Epsilon) * x[1];

    private static Func<Tensor[], Tensor> CrossEntropy()
    {
        Tensor labels = tensor(Inputs.Labels(Rows, Columns, seed: 5)).to(ScalarType.Int64);
        return x => nn.functional.cross_entropy(x[0], labels);
    }

    private static Workload Forward(Func<Tensor[], Tensor> function, params Tensor[] x) => Array(() => function(x));

    private static Workload Gradient(Func<Tensor[], Tensor> function, Tensor ct, params Tensor[] x)
    {
        foreach (Tensor input in x)
            input.requires_grad = true;
        return Gradients(() =>
        {
            Tensor y = function(x);
            return [y, .. autograd.grad([y], x, [ct])];
        });
    }
}
