using System.Runtime.Intrinsics;
using Tangent.Bench.Harness;
using Tangent.Kernels;

namespace Tangent.Bench;

/// <summary>Tangent, used as its users would: nothing is disposed, compiled or configured.</summary>
internal sealed class TangentLibrary(StartUpPrograms programs) : ILibrary
{
    public string Description =>
        $"Tangent {typeof(NDArray).Assembly.GetName().Version?.ToString(3)}, .NET {Environment.Version}, {VectorBits}-bit vectors";

    public IReadOnlyDictionary<string, Func<Workload>> Workloads { get; } = TangentWorkloads.All(programs);

    private static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    public void UseThreads(int count) => Workers.Count = count;

    /// <summary>A workload whose result is an array.</summary>
    public static Workload Array(Func<NDArray> compute) => new(() => compute().Eval(), () => Magnitude(compute()));

    /// <summary>A workload whose results are arrays.</summary>
    public static Workload Arrays(Func<NDArray[]> compute) => new(() => Mx.Eval(compute()), () => compute().Sum(Magnitude));

    /// <summary>A workload whose result is one number, read.</summary>
    public static Workload Value(Func<float> compute) => new(() => compute(), () => compute());

    /// <summary>Uniform numbers in this shape.</summary>
    public static NDArray Uniform(int seed, params int[] shape) =>
        Mx.Reshape(Inputs.Uniform(shape.Aggregate(1, (count, length) => count * length), seed), shape).Eval();

    /// <summary>The mean magnitude of an array's elements.</summary>
    public static double Magnitude(NDArray x) => Inputs.MeanMagnitude(x.AsType(DType.Float32).ToArray<float>());
}
