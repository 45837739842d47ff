using Spectre.Console;
using Tangent;

namespace Physics;

/// <summary>
/// Which conductivity explains measured temperatures? Three experiments, each from another distribution of heat, are measured with noise: by the
/// spectral method, so that what is to be explained was not made by what explains it.
/// </summary>
internal sealed class Recovery
{
    private const int Count = 64, Records = 8, Steps = 32, Iterations = 4;

    private const double Time = 0.02, Noise = 0.005, Smoothness = 0.006;

    private readonly NDArray starts;
    private readonly NDArray measured;
    private readonly NDArray truth;

    public Recovery()
    {
        NDArray x = HeatEquation.Cells(Count), faces = HeatEquation.Faces(Count);
        starts = Mx.Stack([.. new[] { 0.0, 1.0 / 3, 2.0 / 3 }.Select(place => Mx.Exp(2 * Mx.Cos(2 * Math.PI * (x - place))) / Math.Exp(2))]);
        truth = Conductivity(faces).Eval();
        NDArray exact = Mx.AsType(Mx.SwapAxes(Spectral.Solve(starts, Conductivity(x), Time, Records), 0, 1), DType.Float64);
        measured = (exact + Noise * Mx.AsType(Mx.Random.Normal(exact.Shape, key: Mx.Random.Key(1)), DType.Float64)).Eval();
    }

    /// <summary>Prints how the misfit falls, draws what was recovered, and returns its error.</summary>
    public double Run(string folder)
    {
        Table table = Report.Table("step", "misfit", "slope", "field's error");
        NDArray field = Mx.Full(Count, Math.Log(0.5), DType.Float64);
        for (int i = 0; i <= Iterations; i++)
        {
            (NDArray residual, NDArray gradient) = Mx.Vjp(Residual, field, Residual(field));
            Mx.Eval(residual, gradient);
            table.AddRow(
                Report.Text($"{i}"),
                Report.Text($"{Math.Sqrt(Mx.Mean(Mx.Square(residual[..^Count])).Item<double>()):F4}"),
                Report.Text($"{Mx.Norm(gradient).Item<double>():E1}"),
                Report.Percent(Error(field)));
            if (i < Iterations)
                field = (field + Step(field, gradient)).Eval();
        }
        AnsiConsole.Write(table);
        Draw(folder, field);
        return Error(field);
    }

    // Gauss and Newton: JᵀJ·step = −gradient. JᵀJ is known by what it does to a vector alone.
    private NDArray Step(NDArray field, NDArray gradient) => Mx.LinearSolve(
        v => Mx.Vjp(Residual, field, Mx.Jvp(Residual, field, v).Tangents).Cotangents,
        -gradient,
        LinearSolver.ConjugateGradients(tolerance: 1e-4));

    // In units of the noise; and how far the field is from smooth, in units of what is to be expected. The field is the logarithm.
    private NDArray Residual(NDArray field)
    {
        NDArray conductivity = Mx.Exp(field);
        NDArray temperatures = Mx.Vmap((NDArray start) => HeatEquation.Solve(start, conductivity, Time, Steps, Records))(starts);
        NDArray bend = Mx.Roll(field, 1) - (2 * field) + Mx.Roll(field, -1);
        return Mx.Concatenate([Mx.Flatten(temperatures - measured) / Noise, bend / Smoothness]);
    }

    private double Error(NDArray field) => Mx.Norm(Mx.Exp(field) - truth).Item<double>() / Mx.Norm(truth).Item<double>();

    private static NDArray Conductivity(NDArray x) => 0.6 + (0.3 * Mx.Sin(2 * Math.PI * x)) + (0.15 * Mx.Cos(4 * Math.PI * x));

    private void Draw(string folder, NDArray field)
    {
        NDArray faces = HeatEquation.Faces(Count);
        using var picture = new Picture("The conductivity, recovered by Gauss and Newton", "place x", "conductivity k(x)");
        picture.Line("true", faces, truth);
        picture.Points("recovered", faces, Mx.Exp(field));
        picture.Save(folder, "conductivity.png");
    }
}
