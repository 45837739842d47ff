using Spectre.Console;
using Tangent;

namespace Physics;

/// <summary>Both methods against the exact solution where there is one: a bump that spreads at one conductivity.</summary>
internal static class Accuracy
{
    private const double Conductivity = 0.5;

    private const double Time = 0.02;

    private const double Width = 0.08;

    /// <summary>Prints the errors and draws the solutions.</summary>
    public static void Run(string folder)
    {
        Table table = Report.Table("cells", "steps", "implicit", "spectral");
        for (int n = 16; n <= 128; n *= 2)
        {
            NDArray x = HeatEquation.Cells(n), exact = Bump(x, Time);
            NDArray one = Mx.Full(n, Conductivity, DType.Float64);
            NDArray implicitly = HeatEquation.Solve(Bump(x, 0), one, Time, n / 2, 1)[0], spectral = Spectral.Solve(Bump(x, 0), Conductivity, Time);
            table.AddRow(Report.Text($"{n}"), Report.Text($"{n / 2}"), Report.Text($"{Error(implicitly, exact):E1}"), Report.Text($"{Error(spectral, exact):E1}"));
        }
        AnsiConsole.Write(table);
        Draw(folder);
    }

    private static void Draw(string folder)
    {
        const int n = 64, records = 4;
        NDArray x = HeatEquation.Cells(n), start = Bump(x, 0);
        NDArray all = HeatEquation.Solve(start, Mx.Full(n, Conductivity, DType.Float64), Time, 32, records);
        using var implicitly = new Picture("Implicit: Crank and Nicolson, 64 cells", "place x", "temperature u(x, t)");
        using var spectral = new Picture("Spectral: each frequency decays by itself, 64 places", "place x", "temperature u(x, t)");
        implicitly.Line("t = 0", x, start);
        spectral.Line("t = 0", x, start);
        for (int i = 0; i < records; i++)
        {
            double time = Time * (i + 1) / records;
            implicitly.Line(Report.Text($"t = {time:F3}"), x, all[i]);
            spectral.Line(Report.Text($"t = {time:F3}"), x, Spectral.Solve(start, Conductivity, time));
        }
        implicitly.Save(folder, "implicit.png");
        spectral.Save(folder, "spectral.png");
    }

    // A Gaussian goes on as a wider one, around the ring many times.
    private static NDArray Bump(NDArray x, double time)
    {
        double square = Width * Width, wide = square + (2 * Conductivity * time);
        NDArray turns = Mx.Arange(-4.0, 5, 1, DType.Float64);
        return Width / Math.Sqrt(wide) * Mx.Sum(Mx.Exp(Mx.Square(Mx.ExpandDims(x, 1) - 0.5 + turns) / (-2 * wide)), 1);
    }

    private static double Error(NDArray u, NDArray exact) => Mx.Max(Mx.Abs(Mx.AsType(u, DType.Float64) - exact)).Item<double>();
}
