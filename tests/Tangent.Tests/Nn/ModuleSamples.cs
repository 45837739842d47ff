namespace Tangent.Tests.Networks;

using Tangent.Layers;

/// <summary>Modules for which the laws must hold: a row for each layer of the library, beginning with its name, and some of the tests' own.</summary>
public static partial class ModuleSamples
{
    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, ModuleSample> All { get; } = Own().Concat(OfLayers()).ToDictionary();

    /// <summary>Numbers of a shape, the same each time.</summary>
    public static NDArray Numbers(params int[] shape) => Mx.Random.Normal(shape, key: Mx.Random.Key((ulong)shape.Length)).Eval();

    private static Dictionary<string, ModuleSample> Own() => new()
    {
        ["of two layers"] = ModuleSample.Of(() => new Mlp(3, 4, 2), Numbers(5, 3)),
        ["of containers"] = new(() => new More(), (module, x) => ((Containers)module).Call(x[0]), Numbers(4, 1)),
        ["of one layer in two places"] = ModuleSample.Of(() => new Tied(), Numbers(2, 3)),
        ["with a buffer"] = ModuleSample.Of(() => new Counter(), Numbers(2, 3)),
        ["with random numbers"] = ModuleSample.Of(() => new Noisy(), Numbers(2, 3)),
        ["partly frozen"] = ModuleSample.Of(() => (Mlp)new Mlp(3, 4, 2).Freeze(keys: ["bias"]), Numbers(5, 3)),
    };
}
