namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Tangent.Optimizers;
using Xunit;

/// <summary>Every optimiser, by name, and parameters for it to change.</summary>
internal static class Every
{
    private static readonly Dictionary<string, Func<DType?, bool, Optimizer>> Makers = new()
    {
        ["SGD"] = (wide, master) => new SGD(0.1, stateDType: wide) { MasterWeights = master },
        ["SGD, Nesterov"] = (wide, master) => new SGD(Schedules.ExponentialDecay(0.1, 0.9), momentum: 0.9, weightDecay: 0.1, nesterov: true, stateDType: wide) { MasterWeights = master },
        ["RMSprop"] = (wide, master) => new RMSprop(0.1, stateDType: wide) { MasterWeights = master },
        ["Adagrad"] = (wide, master) => new Adagrad(0.1, stateDType: wide) { MasterWeights = master },
        ["AdaDelta"] = (wide, master) => new AdaDelta(0.1, stateDType: wide) { MasterWeights = master },
        ["Adam"] = (wide, master) => new Adam(Schedules.CosineDecay(0.1, 8), stateDType: wide) { MasterWeights = master },
        ["Adam, corrected"] = (wide, master) => new Adam(0.1, biasCorrection: true, stateDType: wide) { MasterWeights = master },
        ["AdamW"] = (wide, master) => new AdamW(0.1, biasCorrection: true, stateDType: wide) { MasterWeights = master },
        ["Adamax"] = (wide, master) => new Adamax(0.1, stateDType: wide) { MasterWeights = master },
        ["Lion"] = (wide, master) => new Lion(0.1, weightDecay: 0.1, stateDType: wide) { MasterWeights = master },
        ["Adafactor"] = (wide, master) => new Adafactor(stateDType: wide) { MasterWeights = master },
        ["Adafactor, averaged"] = (wide, master) => new Adafactor(0.1, beta1: 0.9, weightDecay: 0.1, relativeStep: false, stateDType: wide) { MasterWeights = master },
        ["Muon"] = (wide, master) => new Muon(0.1, stateDType: wide) { MasterWeights = master },
        ["MultiOptimizer"] = (wide, master) => new MultiOptimizer(
            [new Muon(0.1, stateDType: wide) { MasterWeights = master }, new Adam(0.1, stateDType: wide) { MasterWeights = master }], (_, parameter) => parameter.NDim == 2),
        ["LossScaling"] = (wide, master) => new LossScaling(new Adam(0.1, stateDType: wide) { MasterWeights = master }, initial: 4, growthInterval: 2, maxNorm: 1),
    };

    /// <summary>The names.</summary>
    public static TheoryData<string> Names => [.. Makers.Keys];

    /// <summary>A new optimiser.</summary>
    public static Optimizer Make(string name, DType? stateDType = null, bool masterWeights = false) => Makers[name](stateDType, masterWeights);

    /// <summary>A scalar, a vector, a matrix and a stack of matrices.</summary>
    public static ParameterTree Parameters(ulong seed, DType dtype = DType.Float32) => Tree(seed, dtype, Shape.Scalar, 3, (4, 2), (2, 3, 4));

    /// <summary>Arrays of normal numbers.</summary>
    public static ParameterTree Tree(ulong seed, DType dtype, params Shape[] shapes)
    {
        NDArray keys = Mx.Random.Split(Mx.Random.Key(seed), shapes.Length);
        ParameterTree tree = new(shapes.Select((shape, i) => KeyValuePair.Create($"layers.{i}.weight", Mx.AsType(Mx.Random.Normal(shape, key: keys[i]), dtype))));
        Mx.Eval([.. tree.Values]);
        return tree;
    }

    /// <summary>Some steps, with other gradients each.</summary>
    public static ParameterTree Run(Func<ParameterTree, ParameterTree, ParameterTree> step, ParameterTree parameters, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            ParameterTree gradients = Parameters((ulong)(100 + i), parameters.Values.First().DType);
            parameters = step(gradients, parameters);
        }
        return parameters;
    }
}
