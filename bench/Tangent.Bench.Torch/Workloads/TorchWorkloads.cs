using Tangent.Bench.Harness;

namespace Tangent.Bench.Torch;

/// <summary>How TorchSharp does what each row of the table says.</summary>
internal static class TorchWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new[]
    {
        MatMulWorkloads.All, ElementwiseWorkloads.All, ReductionWorkloads.All, RowWorkloads.All, MovementWorkloads.All,
        FourierWorkloads.All, LinearAlgebraWorkloads.All, NeuralWorkloads.All, NetworkWorkloads.All, OptimizerWorkloads.All, SmallWorkloads.All,
    }.SelectMany(theme => theme).ToDictionary();
}
