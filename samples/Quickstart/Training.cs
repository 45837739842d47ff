using Spectre.Console;
using Tangent;

namespace Quickstart;

/// <summary>Trains by Newton's method and by gradient descent, side by side, each with the same time.</summary>
internal static class Training
{
    private const int NewtonSteps = 12;

    /// <summary>Prints the table and returns the held-out accuracy that Newton's method reached.</summary>
    public static double Run(Digits training, Digits heldOut)
    {
        Func<NDArray, NDArray> loss = point => Network.Loss(point, training);
        NDArray point = Network.Start().Eval();
        var newton = new Run(new NewtonConjugateGradient(loss).Step, point);
        var descent = new Run(new GradientDescent(loss, rate: 0.5).Step, point);
        Table table = Report.Table(startsWithText: false,
            "Newton\nstep", "\nloss", "held-out\nright", "\ntime", "descent\nstep", "\nloss", "held-out\nright", "\ntime");
        for (int i = 0; i <= NewtonSteps; i++)
        {
            if (i > 0)
                newton.Step();
            while (descent.Time < newton.Time)
                descent.Step();
            table.AddRow([.. Cells(newton), .. Cells(descent)]);
        }
        AnsiConsole.Write(table);
        return Network.Accuracy(newton.Point, heldOut);

        string[] Cells(Run run) =>
        [
            Report.Text($"{run.Steps}"), Report.Text($"{loss(run.Point).Item<float>():F4}"),
            Report.Percent(Network.Accuracy(run.Point, heldOut)), Report.Text($"{run.Time.TotalSeconds:F2} s"),
        ];
    }
}
