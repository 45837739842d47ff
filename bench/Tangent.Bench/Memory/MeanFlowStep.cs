using System.Diagnostics;

namespace Tangent.Bench;

/// <summary>A training step of mean flow, as in the guide to attention: its loss takes a jvp through attention. Beside it the same with all scores in an array.</summary>
internal static class MeanFlowStep
{
    private const int Examples = 2, Tokens = 2048, Width = 256, Heads = 4;
    private const int Turns = 5;

    private static readonly double Scale = 1 / Math.Sqrt(Width / Heads);

    public static bool SavesMemory()
    {
        Func<NDArray[], NDArray[]> fused = Step(Attend), plain = Step(AttendPlainly);
        NDArray[] w = [.. Enumerable.Range(0, 4).Select(i => TangentLibrary.Uniform(i, Width, Width) * 0.1), TangentLibrary.Uniform(5, Width)];
        Mx.Eval(w);
        long fusedPeak = Peak(fused, w), plainPeak = Peak(plain, w);
        (double fusedTime, double plainTime) = Times(fused, plain, w);
        Console.WriteLine(FormattableString.Invariant($"  {Examples}x{Tokens}x{Width}, {Heads} heads: {fusedTime:0} ms and {Resident.Text(fusedPeak)}; with all scores in an array {plainTime:0} ms and {Resident.Text(plainPeak)}"));
        return 4 * fusedPeak < plainPeak;
    }

    private static (double Fused, double Plain) Times(Func<NDArray[], NDArray[]> fused, Func<NDArray[], NDArray[]> plain, NDArray[] w)
    {
        double[] first = new double[Turns], second = new double[Turns];
        for (int i = 0; i < Turns; i++)
            (first[i], second[i]) = (Milliseconds(fused, w), Milliseconds(plain, w));
        return (first.Order().ElementAt(Turns / 2), second.Order().ElementAt(Turns / 2));
    }

    private static double Milliseconds(Func<NDArray[], NDArray[]> step, NDArray[] w)
    {
        long start = Stopwatch.GetTimestamp();
        Mx.Eval(step(w));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static long Peak(Func<NDArray[], NDArray[]> step, NDArray[] w)
    {
        Mx.Eval(step(w));
        GC.Collect();
        long before = Mx.GetActiveMemory();
        Mx.ResetPeakMemory();
        Mx.Eval(step(w));
        return Mx.GetPeakMemory() - before;
    }

    private static Func<NDArray[], NDArray[]> Step(Func<NDArray, NDArray, NDArray, NDArray> attend)
    {
        NDArray data = TangentLibrary.Uniform(7, Examples, Tokens, Width), noise = TangentLibrary.Uniform(8, Examples, Tokens, Width);
        NDArray t = Mx.Reshape(Mx.Linspace(0.2, 0.9, Examples), (Examples, 1, 1)).Eval(), r = (t * 0.5).Eval();
        return Mx.Compile((NDArray[] w) =>
        {
            (NDArray loss, NDArray[] gradient) = Mx.ValueAndGrad((NDArray[] v) => Loss(v, data, noise, r, t, attend))(w);
            return new[] { loss }.Concat(gradient).ToArray();
        });
    }

    private static NDArray Loss(NDArray[] w, NDArray data, NDArray noise, NDArray r, NDArray t, Func<NDArray, NDArray, NDArray, NDArray> attend)
    {
        NDArray z = (1 - t) * data + t * noise, v = noise - data;
        (NDArray[] u, NDArray[] du) = Mx.Jvp(
            x => [Velocity(w, x[0], x[1], x[2], attend)], [z, r, t], [v, Mx.ZerosLike(r), Mx.OnesLike(t)]);
        return Mx.Mean(Mx.Square(u[0] - Mx.StopGradient(v - (t - r) * du[0])));
    }

    private static NDArray Velocity(NDArray[] w, NDArray z, NDArray r, NDArray t, Func<NDArray, NDArray, NDArray, NDArray> attend)
    {
        NDArray x = z + Mx.Sin(r * w[4]) + Mx.Cos(t * w[4]);
        NDArray y = attend(Split(Mx.MatMul(x, w[0])), Split(Mx.MatMul(x, w[1])), Split(Mx.MatMul(x, w[2])));
        return x + Mx.MatMul(Mx.Tanh(Mx.Reshape(Mx.SwapAxes(y, 1, 2), x.Shape)), w[3]);
    }

    private static NDArray Split(NDArray x) => Mx.SwapAxes(Mx.Reshape(x, (x.Shape[0], Tokens, Heads, Width / Heads)), 1, 2);

    private static NDArray Attend(NDArray q, NDArray k, NDArray v) => Mx.Fast.ScaledDotProductAttention(q, k, v, Scale);

    private static NDArray AttendPlainly(NDArray q, NDArray k, NDArray v) => Mx.MatMul(Mx.Softmax(Mx.MatMul(q, Mx.SwapAxes(k, -1, -2)) * Scale, -1), v);
}
