using System.Diagnostics;
using Spectre.Console;
using Tangent;

namespace Quickstart;

/// <summary>What derivatives cost, as multiples of one evaluation of the loss, measured here and now.</summary>
internal static class Costs
{
    private const int Repetitions = 40;

    /// <summary>Prints the table.</summary>
    public static void Print(Digits training)
    {
        Func<NDArray, NDArray> loss = point => Network.Loss(point, training);
        NDArray point = Network.Start().Eval();
        NDArray direction = Mx.Random.Normal(Network.Size, key: Mx.Random.Key(3)).Eval();
        (string Name, Action Work)[] works =
        [
            ("loss", Of(Mx.Compile(loss), point)),
            ("loss and Jacobian-vector product", Of(Mx.Compile((NDArray x) => { (NDArray y, NDArray dy) = Mx.Jvp(loss, x, direction); return y + dy; }), point)),
            ("loss and gradient", Of(Mx.Compile((NDArray x) => { (NDArray y, NDArray g) = Mx.ValueAndGrad(loss)(x); return g + y; }), point)),
            ("Hessian-vector product", Of(Mx.Compile((NDArray x) => Mx.Jvp(Mx.Grad(loss), x, direction).Tangents), point)),
        ];
        double[] medians = Medians([.. works.Select(work => work.Work)]);
        Table table = new Table().Border(TableBorder.Simple).AddColumn("cost").AddColumn(new TableColumn("time").RightAligned()).AddColumn(new TableColumn("× loss").RightAligned());
        for (int i = 0; i < works.Length; i++)
            table.AddRow(works[i].Name, FormattableString.Invariant($"{medians[i]:F2} ms"), FormattableString.Invariant($"{medians[i] / medians[0]:F2}"));
        AnsiConsole.Write(table);
    }

    private static Action Of(Func<NDArray, NDArray> function, NDArray point) => () => function(point).Eval();

    // The works alternate, so that whatever else the machine does falls on all of them.
    private static double[] Medians(Action[] works)
    {
        var times = new double[works.Length][];
        for (int i = 0; i < works.Length; i++)
            times[i] = new double[Repetitions];
        for (int repetition = -5; repetition < Repetitions; repetition++)
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
