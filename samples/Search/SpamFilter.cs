using Tangent;
using Tangent.Layers;
using Tangent.Optimizers;

namespace Search;

/// <summary>An encoder that is not trained, but for small additions to some of its matrices, and a score of what it makes of a message.</summary>
internal sealed partial class SpamFilter : Module
{
    private const int Rank = 8, BatchSize = 32;

    public SpamFilter(Encoder encoder)
    {
        Encoder = encoder;
        Score = new Linear(encoder.Norm.Weight!.Shape[0], 1);
        Encoder.Freeze();
        Encoder.UpdateModules((path, module) =>
            module is Linear linear && (path.EndsWith("query_proj", StringComparison.Ordinal) || path.EndsWith("value_proj", StringComparison.Ordinal)) ? LoRALinear.Of(linear, Rank) : null);
    }

    public Encoder Encoder { get; }

    public Linear Score { get; }

    /// <summary>Scores [messages], above 0 for spam.</summary>
    public NDArray Call(NDArray tokens, NDArray mask) => Mx.Squeeze(Score.Call(8 * Encoder.Call(tokens, mask)), -1);

    /// <summary>Goes over all messages, some times.</summary>
    public void Learn(Mail mail, Reader reader, int epochs, double rate)
    {
        IReadOnlyList<int>[] tokens = [.. mail.Texts.Select(reader.Tokens)];
        int steps = epochs * (tokens.Length / BatchSize);
        var optimizer = new AdamW(Schedules.CosineDecay(rate, steps), biasCorrection: true);
        Func<NDArray, NDArray, NDArray, NDArray> step = Nn.TrainStep(this, optimizer, (NDArray words, NDArray mask, NDArray labels) =>
            Nn.Losses.BinaryCrossEntropy(Call(words, mask), labels), maxNorm: 1.0);
        NDArray labels = mail.Labels;
        var random = new Random(1);
        Report.Progress("training", steps, _ =>
        {
            int[] places = [.. Enumerable.Range(0, BatchSize).Select(_ => random.Next(tokens.Length))];
            (NDArray words, NDArray mask) = Reader.Pad([.. places.Select(i => tokens[i])]);
            float loss = step(words, mask, Mx.Take(labels, places)).Item<float>();
            return Report.Text($"loss {loss:F3}");
        });
    }

    /// <summary>The part of messages that are told rightly.</summary>
    public double Accuracy(Mail mail, Reader reader)
    {
        int right = 0;
        foreach (int[] batch in Enumerable.Range(0, mail.Texts.Length).OrderBy(i => mail.Texts[i].Length).Chunk(BatchSize))
        {
            (NDArray words, NDArray mask) = Reader.Pad([.. batch.Select(i => reader.Tokens(mail.Texts[i]))]);
            float[] scores = Call(words, mask).ToArray<float>();
            right += batch.Where((message, i) => scores[i] > 0 == mail.AreSpam[message]).Count();
        }
        return right / (double)mail.Texts.Length;
    }
}
