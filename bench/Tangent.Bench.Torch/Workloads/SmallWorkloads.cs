using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>Work so small that what surrounds it counts.</summary>
internal static class SmallWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["scalar-value"] = ScalarValue,
        ["scalar-chain"] = ScalarChain,
    };

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
