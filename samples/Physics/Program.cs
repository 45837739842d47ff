using System.Diagnostics;
using System.Text;
using Physics;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
long start = Stopwatch.GetTimestamp();
string folder = args.Length > 0 ? args[0] : ".";
Directory.CreateDirectory(folder);

Report.Part("A heat equation, two ways", "A bump spreads on a ring. Largest errors at t = 0.02, where the exact solution is known.");
Accuracy.Run(folder);

Report.Part("The conductivity, from measurements", "Three experiments, 64 places, 8 times, noise of 0.5 % of the hottest. Misfit in units of the noise.");
double error = new Recovery().Run(folder);

double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
AnsiConsole.MarkupLine(Report.Text($"The conductivity is recovered within [bold]{Report.Percent(error)}[/], after {seconds:F1} s in all."));
AnsiConsole.MarkupLine(Report.Text($"Pictures in {Path.GetFullPath(folder)}: implicit.png, spectral.png, conductivity.png."));
return error <= 0.02 ? 0 : 1;
