using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

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
        ["random-normal"] = () => Array(() => randn(10_000_000)),
    };

    // index_add takes 64-bit indices only.
    private static Tensor Rows => tensor(Inputs.Labels(TableRows, TableRows, seed: 2)).to(ScalarType.Int64);

    private static Workload TransposedCopy()
    {
        Tensor x = Uniform(1, 4096, 4096).t();
        return Array(() => x.contiguous());
    }

    private static Workload StridedAdd()
    {
        Tensor x = Uniform(1, 2048, 4096).slice(1, 0, 4096, 2), y = Uniform(2, 2048, 4096).slice(1, 0, 4096, 2);
        return Array(() => x + y);
    }

    private static Workload Broadcast(Tensor y)
    {
        Tensor x = Uniform(1, 4096, 1024);
        return Array(() => x * y);
    }

    private static Workload Concatenate()
    {
        Tensor x = Uniform(1, 4096, 1024), y = Uniform(2, 4096, 1024);
        return Array(() => cat([x, y], 1));
    }

    private static Workload GatherRows()
    {
        Tensor table = Uniform(1, TableRows, TableColumns), rows = Rows;
        return Array(() => table.index_select(0, rows));
    }

    private static Workload ScatterAdd()
    {
        Tensor table = Uniform(1, TableRows, TableColumns), updates = Uniform(3, TableRows, TableColumns), rows = Rows;
        return Array(() => table.index_add(0, rows, updates, 1));
    }
}
