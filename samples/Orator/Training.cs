using Tangent;
using Tangent.Optimizers;

namespace Orator;

/// <summary>A speaker that learns from a text.</summary>
internal sealed class Training
{
    private const int Batch = 32, WarmUp = 100;
    private const double Rate = 2e-3;

    private readonly Corpus text;
    private readonly int steps;
    private readonly Func<NDArray, NDArray, NDArray> step;

    public Training(Corpus text, Speaker speaker, int length, int steps)
    {
        (this.text, this.steps, Speaker, Length) = (text, steps, speaker, length);
        Func<NDArray, NDArray> rate = Schedules.JoinSchedules([Schedules.LinearSchedule(0, Rate, WarmUp), Schedules.CosineDecay(Rate, steps - WarmUp, Rate / 20)], [WarmUp]);
        var optimizer = new AdamW(rate, betas: (0.9, 0.98), weightDecay: 0.05, biasCorrection: true);
        step = Nn.TrainStep(speaker, optimizer, (NDArray now, NDArray next) => speaker.Loss(now, next), maxNorm: 1.0);
    }

    /// <summary>What learns.</summary>
    public Speaker Speaker { get; }

    /// <summary>Bytes a piece.</summary>
    public int Length { get; }

    /// <summary>The losses of all steps.</summary>
    public List<float> Losses { get; } = [];

    /// <summary>Does all steps.</summary>
    public void Run() => Report.Progress("training", steps, i =>
    {
        (NDArray now, NDArray next) = Corpus.Batch(text.Training, Batch, Length, Mx.Random.Key((ulong)i));
        float loss = step(now, next).Item<float>();
        Losses.Add(loss);
        return Report.Text($"loss {loss:F3}");
    });

    /// <summary>Nats a byte of the text that was held out.</summary>
    public static double HeldOut(Speaker speaker, Corpus text, int length)
    {
        (NDArray now, NDArray next) = Corpus.All(text.HeldOut, length, most: 512);
        double sum = 0;
        for (int i = 0; i < now.Shape[0]; i += Batch)
        {
            int end = Math.Min(now.Shape[0], i + Batch);
            sum += speaker.Loss(now[i..end], next[i..end]).Item<float>() * (end - i);
        }
        return sum / now.Shape[0];
    }
}
