namespace Tangent.Tests.Networks;

using Tangent.Layers;

/// <summary>A module with arguments for it.</summary>
/// <param name="Make">Makes the module.</param>
/// <param name="Call">Calls it.</param>
/// <param name="Arguments">What it is called with: float32 arrays in which it is differentiated.</param>
public sealed record ModuleSample(Func<Module> Make, Func<Module, NDArray[], NDArray> Call, params NDArray[] Arguments)
{
    /// <summary>False where derivatives go straight through a rounding, or float64 is not taken.</summary>
    public bool HasSlopes { get; init; } = true;

    /// <summary>A layer that makes one array of one.</summary>
    public static ModuleSample Of(Func<Unary> make, NDArray x) => new(make, (layer, arguments) => ((Unary)layer).Call(arguments[0]), x);

    /// <summary>The module, the same each time.</summary>
    public Module Module()
    {
        using (Mx.Random.Scope(Mx.Random.Key(0)))
        {
            Module module = Make();
            Mx.Eval([.. module.Parameters().Values]);
            return module;
        }
    }

    /// <summary>The result of a module of the same form, with the same random numbers each time.</summary>
    public NDArray Result(Module module, NDArray[] arguments)
    {
        using (Mx.Random.Scope(Mx.Random.Key(1)))
            return Call(module, arguments);
    }
}
