using System.Diagnostics;
using System.Globalization;
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
        var newton = new NewtonConjugateGradient(loss);
        var descent = new GradientDescent(loss, 0.5);
        NDArray byNewton = Network.Start().Eval();
        NDArray byDescent = byNewton;
        Table table = Header();
        TimeSpan newtonTime = TimeSpan.Zero, descentTime = TimeSpan.Zero;
        int descentSteps = 0;
        AddRow(table, 0, loss(byNewton), Network.Accuracy(byNewton, heldOut), newtonTime, 0, loss(byDescent), Network.Accuracy(byDescent, heldOut), descentTime);
        for (int i = 1; i <= NewtonSteps; i++)
        {
            long start = Stopwatch.GetTimestamp();
            byNewton = newton.Step(byNewton);
            newtonTime += Stopwatch.GetElapsedTime(start);
            while (descentTime < newtonTime)
            {
                start = Stopwatch.GetTimestamp();
                byDescent = descent.Step(byDescent).Eval();
                descentSteps++;
                descentTime += Stopwatch.GetElapsedTime(start);
            }
            AddRow(table, i, loss(byNewton), Network.Accuracy(byNewton, heldOut), newtonTime, descentSteps, loss(byDescent), Network.Accuracy(byDescent, heldOut), descentTime);
        }
        AnsiConsole.Write(table);
        return Network.Accuracy(byNewton, heldOut);
    }

    private static Table Header()
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in new[] { "Newton step", "loss", "held-out right", "time", "descent step", "loss", "held-out right", "time" })
            table.AddColumn(new TableColumn(column).RightAligned());
        return table;
    }

    private static void AddRow(
        Table table, int newtonStep, NDArray newtonLoss, double newtonRight, TimeSpan newtonTime,
        int descentStep, NDArray descentLoss, double descentRight, TimeSpan descentTime) => table.AddRow(
            Text($"{newtonStep}"), Text($"{newtonLoss.Item<float>():F4}"), Text($"{newtonRight:P1}"), Text($"{newtonTime.TotalSeconds:F2} s"),
            Text($"{descentStep}"), Text($"{descentLoss.Item<float>():F4}"), Text($"{descentRight:P1}"), Text($"{descentTime.TotalSeconds:F2} s"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
