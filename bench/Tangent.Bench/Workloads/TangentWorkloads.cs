using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>How Tangent does what each row of the table says.</summary>
internal static class TangentWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All(StartUpPrograms programs) => new[]
    {
        MatMulWorkloads.All, ElementwiseWorkloads.All, ReductionWorkloads.All, RowWorkloads.All, MovementWorkloads.All,
        FourierWorkloads.All, LinearAlgebraWorkloads.All, NeuralWorkloads.All, NetworkWorkloads.All, OptimizerWorkloads.All, FileWorkloads.All, SmallWorkloads.All, programs.Workloads,
    }.SelectMany(theme => theme).ToDictionary();
}
