using System.Runtime.Intrinsics;
using Tangent.Bench.Harness;
using Tangent.Kernels;

namespace Tangent.Bench;

/// <summary>Tangent, used as its users would: nothing is disposed, compiled or configured.</summary>
internal sealed class TangentLibrary : ILibrary
{
    public string Description =>
        $"Tangent {typeof(NDArray).Assembly.GetName().Version?.ToString(3)}, .NET {Environment.Version}, {VectorBits}-bit vectors";

    public IReadOnlyDictionary<string, Func<Workload>> Workloads => TangentWorkloads.All;

    private static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    public void UseThreads(int count) => Workers.Count = count;

    /// <summary>A workload whose result is an array.</summary>
    public static Workload Array(Func<NDArray> compute) => new(
        () => compute().Eval(),
        () => Inputs.MeanMagnitude(compute().AsType(DType.Float32).ToArray<float>()));

    /// <summary>A workload whose result is one number, read.</summary>
    public static Workload Value(Func<float> compute) => new(() => compute(), () => compute());
}
