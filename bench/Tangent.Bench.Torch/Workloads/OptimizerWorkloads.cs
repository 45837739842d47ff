using Tangent.Bench.Harness;
using TorchSharp.Modules;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>Steps of optimisers.</summary>
internal static class OptimizerWorkloads
{
    private const int Arrays = 100, Elements = 100_000;

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["adam-step"] = AdamStep,
    };

    // The check is of the first step of parameters of its own.
    private static Workload AdamStep()
    {
        (_, Action step) = Optimizer();
        (Parameter[] others, Action once) = Optimizer();
        return new Workload(step, () =>
        {
            once();
            return others.Sum(Magnitude);
        });
    }

    private static (Parameter[] Parameters, Action Step) Optimizer()
    {
        Parameter[] parameters = [.. Enumerable.Range(0, Arrays).Select(i => new Parameter(Uniform(i, Elements)))];
        for (int i = 0; i < Arrays; i++)
            parameters[i].grad = Uniform(200 + i, Elements);
        var optimizer = optim.Adam(parameters, lr: 1e-3);
        return (parameters, () => optimizer.step());
    }
}
