using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>Reductions of a 4096×1024 matrix, of all elements and along either axis.</summary>
internal static class ReductionWorkloads
{
    private static readonly (string Name, Func<Tensor, long?, Tensor> Reduce)[] Reductions =
    [
        ("sum", (x, axis) => axis is { } given ? sum(x, given) : sum(x)),
        ("max", (x, axis) => axis is { } given ? amax(x, [given]) : max(x)),
        ("argmax", (x, axis) => axis is { } given ? argmax(x, given) : argmax(x)),
        ("var", (x, axis) => axis is { } given ? var(x, given, unbiased: false) : var(x, unbiased: false)),
        ("logsumexp", (x, axis) => axis is { } given ? logsumexp(x, given) : logsumexp(x.flatten(), 0)),
    ];

    public static IEnumerable<KeyValuePair<string, Func<Workload>>> All =>
        from reduction in Reductions
        from axis in new long?[] { null, 0, 1 }
        select KeyValuePair.Create($"{reduction.Name}-{(axis is null ? "all" : $"axis{axis}")}", () => Reduction(reduction.Reduce, axis));

    private static Workload Reduction(Func<Tensor, long?, Tensor> reduce, long? axis)
    {
        Tensor x = RowWorkloads.Matrix(1);
        return Array(() => reduce(x, axis));
    }
}
