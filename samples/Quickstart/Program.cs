using System.Diagnostics;
using Quickstart;
using Spectre.Console;

long start = Stopwatch.GetTimestamp();
(Digits training, Digits heldOut) = Digits.Load(heldOut: 297);
AnsiConsole.MarkupLine($"[bold]Tangent[/]: {training.Count} handwritten digits to learn from, {heldOut.Count} held out; a network of {Network.Size} parameters.\n");

AnsiConsole.MarkupLine("[bold]One derivative, three ways[/]");
Derivatives.Compare(training);

AnsiConsole.MarkupLine("[bold]Newton's method, with Hessian-vector products, beside gradient descent given the same time[/]");
double right = Training.Run(training, heldOut);

AnsiConsole.MarkupLine("[bold]What derivatives cost here[/]");
Costs.Print(training);

AnsiConsole.MarkupLine(FormattableString.Invariant($"{right:P1} of the held-out digits are right, after {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s in all."));
return right >= 0.95 ? 0 : 1;
