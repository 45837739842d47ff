using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>How TorchSharp does what each row of the table says.</summary>
internal static class TorchWorkloads
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
        Tensor x = tensor(Inputs.Uniform(count, seed: 1));
        return Array(() => x * tanh(x) + exp(-x * x));
    }

    private static Workload MatMul(int size)
    {
        Tensor x = tensor(Inputs.Uniform(size * size, seed: 1)).reshape(size, size);
        Tensor y = tensor(Inputs.Uniform(size * size, seed: 2)).reshape(size, size);
        return Array(() => matmul(x, y));
    }

    private static Workload ScalarValue()
    {
        Tensor x = tensor(1.25f), y = tensor(0.75f);
        return Value(() =>
        {
            using Tensor product = x * y;
            return product.item<float>();
        });
    }

    private static Workload ScalarChain()
    {
        Tensor start = tensor(1.25f), factor = tensor(0.999f);
        return Value(() =>
        {
            Tensor product = start * factor;
            for (int i = 1; i < 1_000; i++)
            {
                using Tensor previous = product;
                product = previous * factor;
            }
            using (product)
                return product.item<float>();
        });
    }
}
