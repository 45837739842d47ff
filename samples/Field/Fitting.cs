using Spectre.Console;
using Tangent;
using Tangent.Layers;
using Tangent.Optimizers;

namespace Field;

/// <summary>Makes residuals small: Adam first, from far away; then steps of Levenberg and Marquardt, which near the end win a digit each.</summary>
internal sealed class Fitting(Flow flow, Func<Flow, NDArray> residuals, Func<Flow, string> judge)
{
    /// <summary>Steps of Adam, then of Levenberg and Marquardt, each with a line in a table now and then.</summary>
    public void Run(int adamSteps, int steps)
    {
        Table table = Report.Table("method", "step", "residual", "error");
        Descend(adamSteps, table);
        ParameterTree start = flow.TrainableParameters();
        foreach (MinimizerState<ParameterTree> state in new LevenbergMarquardt(maxSteps: steps).Steps((ParameterTree p) => residuals(flow.With(p)), start))
        {
            flow.Update(state.Point, strict: false);
            if (state.Steps % Math.Max(1, steps / 8) == 0)
                table.AddRow("Levenberg–Marquardt", Report.Text($"{state.Steps}"), Report.Text($"{Size():E1}"), judge(flow));
        }
        AnsiConsole.Write(table);
    }

    private void Descend(int count, Table table)
    {
        var optimizer = new Adam(Schedules.CosineDecay(5e-3, count), biasCorrection: true);
        Func<NDArray> step = Nn.TrainStep(flow, optimizer, () => Mx.Mean(Mx.Square(residuals(flow))));
        for (int i = 1; i <= count; i++)
        {
            step();
            if (i % (count / 4) == 0)
                table.AddRow("Adam", Report.Text($"{i}"), Report.Text($"{Size():E1}"), judge(flow));
        }
    }

    private double Size() => Mx.Sqrt(Mx.Mean(Mx.Square(residuals(flow)))).Item<double>();
}
