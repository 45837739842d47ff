using System.Diagnostics;
using Field;
using Samples;
using Spectre.Console;
using Tangent;
using Tangent.Layers;

// Field [long [FOLDER]]: a physics-informed network for Burgers' equation, forward and inverse; the short form has a broader front.
Console.OutputEncoding = System.Text.Encoding.UTF8;
bool isLong = args.Length > 0 && args[0] == "long";
string folder = args.Length > 1 ? args[1] : ".";
Directory.CreateDirectory(folder);
(double viscosity, int width, int depth, int count, int adam, int steps) = isLong ? (0.01 / Math.PI, 20, 4, 2000, 2000, 120) : (0.1 / Math.PI, 12, 3, 400, 200, 100);
Mx.Random.Seed(4);
long start = Stopwatch.GetTimestamp();
Points points = Points.Random(count, Mx.Random.Key(1)), grid = Points.Grid(isLong ? 100 : 40);
NDArray exact = Exact.At(grid.X, grid.T, viscosity).Eval();

Report.Part("Burgers' equation", Report.Text($"u_t + u·u_x = ν·u_xx with ν = {viscosity:F5}; residuals at {count:N0} points, the error against the exact solution on a grid."));
var flow = new Flow(width, depth, viscosity);
flow.Freeze(recurse: false, keys: ["log_viscosity"]);
new Fitting(flow, model => model.Residuals(points.X, points.T), model => Report.Text($"{Error(model):E1}")).Run(adam, steps);
double error = Error(flow);

Report.Part("The viscosity, from measurements", "200 values of the solution with noise of 1 % of the largest; ν begins at three times what it is.");
Points places = Points.Random(200, Mx.Random.Key(2));
NDArray measured = Exact.At(places.X, Mx.Maximum(places.T, 0.01), viscosity) + (0.01 * Mx.Random.Normal(200, DType.Float64, key: Mx.Random.Key(3)));
measured.Eval();
var unknown = new Flow(width, depth, 3 * viscosity);
new Fitting(
    unknown,
    model => Mx.Concatenate([model.Residuals(points.X, points.T) / Math.Sqrt(count), 10 * (model.At(places.X, Mx.Maximum(places.T, 0.01)) - measured) / Math.Sqrt(200)]),
    model => Report.Percent(Off(model))).Run(adam, steps);
double off = Off(unknown);

using (var picture = new Picture("Burgers' equation: u(x, t)", "place x", "time t"))
{
    picture.Map(Mx.Reshape(flow.At(grid.X, grid.T), ((int)Math.Sqrt(grid.X.Size), -1)));
    picture.Save(folder, "field.png");
}
AnsiConsole.MarkupLine(Report.Text($"Relative error [bold]{error:E1}[/], expected at most 1E-002; ν within [bold]{Report.Percent(off)}[/], expected at most 2 %; {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s, field.png in {Path.GetFullPath(folder)}."));
return error <= 1e-2 && off <= 0.02 ? 0 : 1;

double Error(Flow model) => (Mx.Norm(model.At(grid.X, grid.T) - exact) / Mx.Norm(exact)).Item<double>();

double Off(Flow model) => Math.Abs((Math.Exp(model.LogViscosity.Item<double>()) / viscosity) - 1);
