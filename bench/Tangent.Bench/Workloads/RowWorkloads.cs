using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

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
        ["cross-entropy-gradient"] = () => Gradient(CrossEntropy(), Mx.Array(1f), Matrix(1)),
        ["layer-norm"] = () => Forward(LayerNorm, Matrix(1), Row(2), Row(3)),
        ["layer-norm-gradient"] = () => Gradient(LayerNorm, Matrix(4), Matrix(1), Row(2), Row(3)),
        ["rms-norm"] = () => Forward(RmsNorm, Matrix(1), Row(2)),
        ["rms-norm-gradient"] = () => Gradient(RmsNorm, Matrix(4), Matrix(1), Row(2)),
        ["cumsum-axis0"] = () => Forward(x => Mx.CumSum(x[0], 0), Matrix(1)),
        ["cumsum-axis1"] = () => Forward(x => Mx.CumSum(x[0], 1), Matrix(1)),
        ["sort-1e6"] = () => Forward(x => Mx.Sort(x[0]), Inputs.Uniform(1_000_000, seed: 1)),
    };

    /// <summary>A matrix of uniform numbers.</summary>
    public static NDArray Matrix(int seed) => Mx.Reshape(Inputs.Uniform(Rows * Columns, seed), (Rows, Columns)).Eval();

    private static NDArray Row(int seed) => Inputs.Uniform(Columns, seed);

    private static NDArray Softmax(NDArray[] x) => Mx.Softmax(x[0], -1);

    private static NDArray LayerNorm(NDArray[] x) => Mx.Fast.LayerNorm(x[0], x[1], x[2], Epsilon);

    private static NDArray RmsNorm(NDArray[] x) => Mx.Fast.RmsNorm(x[0], x[1], Epsilon);

    private static Func<NDArray[], NDArray> CrossEntropy()
    {
        NDArray labels = Mx.Reshape(Inputs.Labels(Rows, Columns, seed: 5), (Rows, 1)).Eval();
        return x => Mx.Mean(Mx.LogSumExp(x[0], -1) - Mx.Squeeze(Mx.TakeAlongAxis(x[0], labels, -1), -1));
    }

    private static Workload Forward(Func<NDArray[], NDArray> function, params NDArray[] x) => Array(() => function(x));

    private static Workload Gradient(Func<NDArray[], NDArray> function, NDArray ct, params NDArray[] x)
    {
        return new Workload(() => Mx.Eval(Run()), () => Run().Sum(y => Inputs.MeanMagnitude(y.ToArray<float>())));

        NDArray[] Run()
        {
            (NDArray[] y, NDArray[] ctx) = Mx.Vjp(v => [function(v)], x, [ct]);
            return [.. y, .. ctx];
        }
    }
}
