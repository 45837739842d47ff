using Tangent.Bench.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>libtorch through TorchSharp, used as its users would: arrays of a call are disposed at its end, and gradients are recorded only where they are asked for.</summary>
internal sealed class TorchLibrary : ILibrary
{
    /// <summary>Stops the recording of gradients on this thread, which does all the work.</summary>
    public TorchLibrary() => set_grad_enabled(false);

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
            return Magnitude(compute());
        });

    /// <summary>A workload whose results are arrays, made with gradients.</summary>
    public static Workload Gradients(Func<IEnumerable<Tensor>> compute) => new(
        () =>
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable recording = enable_grad();
            compute();
        },
        () =>
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable recording = enable_grad();
            return compute().Sum(Magnitude);
        });

    /// <summary>A workload whose result is one number, read.</summary>
    public static Workload Value(Func<float> compute) => new(() => compute(), () => compute());

    /// <summary>Uniform numbers in this shape.</summary>
    public static Tensor Uniform(int seed, params long[] shape) =>
        tensor(Inputs.Uniform((int)shape.Aggregate(1L, (count, length) => count * length), seed)).reshape(shape);

    /// <summary>The mean magnitude of an array's elements.</summary>
    public static double Magnitude(Tensor x) =>
        Inputs.MeanMagnitude(x.detach().to(ScalarType.Float32).contiguous().data<float>().ToArray());
}
