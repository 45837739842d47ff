using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

/// <summary>Reductions of a 4096×1024 matrix, of all elements and along either axis.</summary>
internal static class ReductionWorkloads
{
    private static readonly (string Name, Func<NDArray, int?, NDArray> Reduce)[] Reductions =
    [
        ("sum", (x, axis) => Mx.Sum(x, Over(axis))),
        ("max", (x, axis) => Mx.Max(x, Over(axis))),
        ("argmax", (x, axis) => Mx.ArgMax(x, axis)),
        ("var", (x, axis) => Mx.Var(x, Over(axis))),
        ("logsumexp", (x, axis) => Mx.LogSumExp(x, Over(axis))),
    ];

    public static IEnumerable<KeyValuePair<string, Func<Workload>>> All =>
        from reduction in Reductions
        from axis in new int?[] { null, 0, 1 }
        select KeyValuePair.Create($"{reduction.Name}-{Place(axis)}", () => Reduction(reduction.Reduce, axis));

    private static Workload Reduction(Func<NDArray, int?, NDArray> reduce, int? axis)
    {
        NDArray x = RowWorkloads.Matrix(1);
        return Array(() => reduce(x, axis));
    }

    private static string Place(int? axis) => axis is null ? "all" : $"axis{axis}";

    private static Axes? Over(int? axis) => axis is { } given ? given : null;
}
