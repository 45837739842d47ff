using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

/// <summary>Work that moves elements more than it computes; random numbers too.</summary>
internal static class MovementWorkloads
{
    private const int TableRows = 16_384, TableColumns = 256;

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["transposed-copy"] = TransposedCopy,
        ["strided-add"] = StridedAdd,
        ["broadcast-row"] = () => Broadcast(Uniform(2, 1024)),
        ["broadcast-column"] = () => Broadcast(Uniform(2, 4096, 1)),
        ["concatenate"] = Concatenate,
        ["gather-rows"] = GatherRows,
        ["scatter-add"] = ScatterAdd,
        ["random-normal"] = () => Array(() => Mx.Random.Normal(10_000_000)),
    };

    private static Workload TransposedCopy()
    {
        NDArray x = Mx.Transpose(Uniform(1, 4096, 4096));
        return Array(() => Mx.Contiguous(x));
    }

    private static Workload StridedAdd()
    {
        NDArray x = Uniform(1, 2048, 4096)[.., Mx.Every(2)].Eval(), y = Uniform(2, 2048, 4096)[.., Mx.Every(2)].Eval();
        return Array(() => x + y);
    }

    private static Workload Broadcast(NDArray y)
    {
        NDArray x = Uniform(1, 4096, 1024);
        return Array(() => x * y);
    }

    private static Workload Concatenate()
    {
        NDArray x = Uniform(1, 4096, 1024), y = Uniform(2, 4096, 1024);
        return Array(() => Mx.Concatenate([x, y], 1));
    }

    private static Workload GatherRows()
    {
        NDArray table = Uniform(1, TableRows, TableColumns), rows = Inputs.Labels(TableRows, TableRows, seed: 2);
        return Array(() => Mx.Take(table, rows, 0));
    }

    private static Workload ScatterAdd()
    {
        NDArray table = Uniform(1, TableRows, TableColumns), updates = Uniform(3, TableRows, TableColumns);
        NDArray rows = Inputs.Labels(TableRows, TableRows, seed: 2);
        return Array(() => table.At[rows].Add(updates));
    }
}
