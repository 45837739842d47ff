using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

// In here, since the library has primitives of the same names, which a friend sees.
using Tangent.Layers;
using Tangent.Optimizers;

/// <summary>Steps of optimisers, and collecting and updating parameters.</summary>
internal static class OptimizerWorkloads
{
    /// <summary>How many arrays an optimiser has.</summary>
    public const int Arrays = 100;

    /// <summary>The length of each.</summary>
    public const int Elements = 100_000;

    private const int Layers = 100;

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["adam-step"] = AdamStep,
        ["module-update"] = ModuleUpdate,
    };

    private static Workload AdamStep()
    {
        ParameterTree gradients = Tree(seed: 200), parameters = Tree(seed: 0);
        var optimizer = new Adam(1e-3, biasCorrection: true);
        return new Workload(
            () =>
            {
                parameters = optimizer.ApplyGradients(gradients, parameters);
                Mx.Eval(parameters, optimizer);
            },
            () => new Adam(1e-3, biasCorrection: true).ApplyGradients(gradients, Tree(seed: 0)).Values.Sum(Magnitude));
    }

    private static ParameterTree Tree(int seed) =>
        new(Enumerable.Range(0, Arrays).Select(i => KeyValuePair.Create($"layers.{i}.weight", Uniform(seed + i, Elements))));

    private static Workload ModuleUpdate()
    {
        var model = new Sequential([.. Enumerable.Range(0, Layers).Select(i => new Linear(Uniform(i, 4, 4), Uniform(Layers + i, 4)))]);
        return new Workload(() => model.Update(model.TrainableParameters()), () => model.TrainableParameters().Count);
    }
}
