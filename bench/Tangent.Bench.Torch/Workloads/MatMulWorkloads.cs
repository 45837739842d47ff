using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>Matrix products and contractions.</summary>
internal static class MatMulWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["matmul-256"] = () => Product(256),
        ["matmul-512"] = () => Product(512),
        ["matmul-1024"] = () => Product(1024),
        ["matmul-2048"] = () => Product(2048),
        ["matmul-1000"] = () => Product(1000),
        ["matmul-777"] = () => Product(777),
        ["matmul-transposed-right"] = () => Of(Uniform(1, 1024, 1024), Uniform(2, 1024, 1024).t()),
        ["matmul-transposed-left"] = () => Of(Uniform(1, 1024, 1024).t(), Uniform(2, 1024, 1024)),
        ["matmul-batched"] = () => Of(Uniform(1, 64, 64, 64), Uniform(2, 64, 64, 64)),
        ["matmul-vector"] = () => Of(Uniform(1, 4096, 4096), Uniform(2, 4096)),
        ["matmul-skinny"] = () => Of(Uniform(1, 8, 4096), Uniform(2, 4096, 4096)),
        ["einsum-chain"] = () => Einsum("ij,jk,kl->il", Uniform(1, 16, 512), Uniform(2, 512, 512), Uniform(3, 512, 512)),
        ["einsum-batched"] = () => Einsum("bihd,bjhd->bhij", Uniform(1, 8, 128, 8, 64), Uniform(2, 8, 128, 8, 64)),
    };

    private static Workload Product(int size) => Of(Uniform(1, size, size), Uniform(2, size, size));

    private static Workload Einsum(string subscripts, params Tensor[] operands) => Array(() => einsum(subscripts, operands));

    private static Workload Of(Tensor x, Tensor y) => Array(() => matmul(x, y));
}
