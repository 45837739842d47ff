using Tangent.Bench.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>libtorch through TorchSharp, used as its users would: arrays of a call are disposed at its end.</summary>
internal sealed class TorchLibrary : ILibrary
{
    public string Description => $"TorchSharp {typeof(torch).Assembly.GetName().Version?.ToString(3)}, libtorch {__version__}";

    public IReadOnlyDictionary<string, Func<Workload>> Workloads => TorchWorkloads.All;

    public void UseThreads(int count) => set_num_threads(count);

    /// <summary>A workload whose result is an array.</summary>
    public static Workload Array(Func<Tensor> compute) => new(
        () =>
        {
            using DisposeScope scope = NewDisposeScope();
            compute();
        },
        () =>
        {
            using DisposeScope scope = NewDisposeScope();
            return Inputs.MeanMagnitude(compute().to(ScalarType.Float32).contiguous().data<float>().ToArray());
        });

    /// <summary>A workload whose result is one number, read.</summary>
    public static Workload Value(Func<float> compute) => new(() => compute(), () => compute());
}
