using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using Quickstart;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
long start = Stopwatch.GetTimestamp();
(Digits training, Digits heldOut) = Digits.Load(heldOut: 297);
int vectorBits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
string compiler = RuntimeFeature.IsDynamicCodeSupported ? "JIT" : "Native AOT";
AnsiConsole.MarkupLine(Report.Text($"[bold]Tangent[/] learns handwritten digits: {training.Count} to learn from, {heldOut.Count} held out."));
AnsiConsole.MarkupLine(Report.Text($"Network: {Network.Size} parameters. Machine: {Environment.ProcessorCount} processors, {vectorBits}-bit vectors, {compiler}.\n"));

Report.Part("One slope, three ways", "How fast the loss changes along a random direction of length 1, in float64.");
Slopes.Print(training);

Report.Part("Newton's method beside gradient descent", "Both get the same time. Newton's Hessian-vector products are Jvp of Grad.");
double right = Training.Run(training, heldOut);

Report.Part("What derivatives cost", "Median times, here and now, and as multiples of one forward pass.");
Costs.Print(training);

double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
AnsiConsole.MarkupLine(Report.Text($"[bold]{Report.Percent(right)} of the held-out digits are right[/], after {seconds:F1} s in all."));
return right >= 0.95 ? 0 : 1;
