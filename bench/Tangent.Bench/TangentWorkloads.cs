using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

/// <summary>How Tangent does what each row of the table says.</summary>
internal static class TangentWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } =
        Own.Concat(ReductionWorkloads.All).Concat(RowWorkloads.All).ToDictionary();

    private static Dictionary<string, Func<Workload>> Own => new()
    {
        ["elementwise-1e6"] = () => Elementwise(1_000_000),
        ["matmul-1024"] = () => MatMul(1024),
        ["scalar-value"] = ScalarValue,
        ["scalar-chain"] = ScalarChain,
    };

    private static Workload Elementwise(int count)
    {
        NDArray x = Inputs.Uniform(count, seed: 1);
        return Array(() => x * Mx.Tanh(x) + Mx.Exp(-x * x));
    }

    private static Workload MatMul(int size)
    {
        NDArray x = Mx.Reshape(Inputs.Uniform(size * size, seed: 1), [size, size]).Eval();
        NDArray y = Mx.Reshape(Inputs.Uniform(size * size, seed: 2), [size, size]).Eval();
        return Array(() => Mx.MatMul(x, y));
    }

    private static Workload ScalarValue()
    {
        NDArray x = Mx.Array(1.25f), y = Mx.Array(0.75f);
        return Value(() => (x * y).Item<float>());
    }

    private static Workload ScalarChain()
    {
        NDArray start = Mx.Array(1.25f), factor = Mx.Array(0.999f);
        return Value(() =>
        {
            NDArray product = start * factor;
            for (int i = 1; i < 1_000; i++)
                product *= factor;
            return product.Item<float>();
        });
    }
}
