using Spectre.Console;
using Tangent;
using Tangent.Layers;
using Tangent.Optimizers;

namespace Wardrobe;

/// <summary>A network and its optimiser, trained epoch by epoch, each a pass over all pictures in an order of its own.</summary>
internal sealed class Training
{
    private const int BatchSize = 128;
    private const int TestSize = 500;

    private readonly Pictures pictures;
    private readonly AdamW optimizer;
    private readonly Func<NDArray, NDArray, NDArray> step;

    public Training(Pictures pictures, int epochs)
    {
        this.pictures = pictures;
        Network = new Network(pictures.Side);
        optimizer = new AdamW(Schedules.CosineDecay(2e-3, epochs * BatchesAnEpoch), weightDecay: 0.02, biasCorrection: true);
        step = Nn.TrainStep(Network, optimizer, (NDArray images, NDArray labels) => Nn.Losses.CrossEntropy(Network.Call(images), labels, reduction: Reduction.Mean));
    }

    /// <summary>What is trained.</summary>
    public Network Network { get; }

    /// <summary>The losses of all steps so far.</summary>
    public List<float> Losses { get; } = [];

    private int BatchesAnEpoch => pictures.Count / BatchSize;

    /// <summary>Goes over all pictures once, or over the first batches of the epoch's order; the key of the order is the epoch's number.</summary>
    public void Epoch(int epoch, int? most = null)
    {
        Network.Train();
        NDArray order = Mx.Random.Permutation(pictures.Count, Mx.Random.Key((ulong)epoch));
        int count = Math.Min(BatchesAnEpoch, most ?? BatchesAnEpoch);
        Report.Progress($"epoch {epoch}", count, i =>
        {
            (NDArray images, NDArray labels) = pictures.At(order[(i * BatchSize)..((i + 1) * BatchSize)]);
            float loss = step(images, labels).Item<float>();
            Losses.Add(loss);
            return FormattableString.Invariant($"loss {loss:F3}");
        });
    }

    /// <summary>Weights, statistics, the optimiser's state and the random key, in one file.</summary>
    public void Save(string file) => Checkpoint.Save(file, Network, optimizer, Losses.Count);

    /// <summary>Goes on where a file was saved.</summary>
    public void Load(string file) => Checkpoint.Load(file, Network, optimizer);

    /// <summary>What a network takes pictures for, int32 [n].</summary>
    public static NDArray Guess(Network network, Pictures pictures)
    {
        using IDisposable mode = network.EvalMode();
        var guesses = new List<NDArray>();
        for (int i = 0; i < pictures.Count; i += TestSize)
            guesses.Add(Mx.ArgMax(network.Call(pictures.Images[i..Math.Min(pictures.Count, i + TestSize)]), -1).AsType(DType.Int32).Eval());
        return Mx.Concatenate(guesses);
    }

    /// <summary>The part of pictures that a network names rightly.</summary>
    public static double Accuracy(NDArray guesses, Pictures pictures) => Mx.Mean((guesses == pictures.Labels).AsType(DType.Float32)).Item<float>();
}
