using System.Diagnostics;
using Spectre.Console;
using Tangent;

namespace Quickstart;

/// <summary>What derivatives cost, as multiples of one forward pass: one evaluation of the loss.</summary>
internal static class Costs
{
    // The runtime compiles what runs often once more, optimised.
    private const int WarmUps = 300;
    private const int Repetitions = 40;

    /// <summary>Measures and prints the table.</summary>
    public static void Print(Digits training)
    {
        Func<NDArray, NDArray> loss = point => Network.Loss(point, training);
        NDArray point = Network.Start().Eval();
        NDArray direction = Mx.Random.Normal(Network.Size, key: Mx.Random.Key(3)).Eval();
        (string Name, Func<NDArray, NDArray[]> Work)[] works =
        [
            ("forward pass: the loss", Mx.Compile((NDArray x) => new[] { loss(x) })),
            ("loss and Jacobian-vector product", Mx.Compile((NDArray x) => Both(Mx.Jvp(loss, x, direction)))),
            ("loss and gradient", Mx.Compile((NDArray x) => Both(Mx.ValueAndGrad(loss)(x)))),
            ("gradient and Hessian-vector product", Mx.Compile((NDArray x) => Both(Mx.Jvp(Mx.Grad(loss), x, direction)))),
        ];
        double[] medians = Medians([.. works.Select(work => (Action)(() => Mx.Eval(work.Work(point))))]);
        Table table = Report.Table(startsWithText: true, "computed", "time", "forward passes");
        for (int i = 0; i < works.Length; i++)
            table.AddRow(works[i].Name, Report.Text($"{medians[i]:F2} ms"), Report.Text($"{medians[i] / medians[0]:F1}"));
        AnsiConsole.Write(table);
    }

    private static NDArray[] Both((NDArray, NDArray) pair) => [pair.Item1, pair.Item2];

    // The works alternate, so that whatever else the machine does falls on all of them.
    private static double[] Medians(Action[] works)
    {
        double[][] times = [.. works.Select(_ => new double[Repetitions])];
        for (int repetition = -WarmUps; repetition < Repetitions; repetition++)
            for (int i = 0; i < works.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                works[i]();
                if (repetition >= 0)
                    times[i][repetition] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        return [.. times.Select(Median)];
    }

    private static double Median(double[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }
}
