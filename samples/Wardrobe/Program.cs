using System.Diagnostics;
using System.Text;
using Spectre.Console;
using Tangent;
using Wardrobe;

// Wardrobe [DATA] [PICTURES]: garments from the folder DATA, by samples/get-data.sh wardrobe; without it small digits, in seconds.
Console.OutputEncoding = Encoding.UTF8;
string? data = args.Length > 0 ? args[0] : null;
string folder = args.Length > 1 ? args[1] : ".";
Directory.CreateDirectory(folder);
(Pictures training, Pictures heldOut) = data is null ? Pictures.Digits() : Pictures.Garments(data);
(int epochs, double expected) = data is null ? (12, 0.97) : (5, 0.915);
string[] names = data is null
    ? [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")]
    : ["t-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"];
Mx.Random.Seed(1);
var run = new Training(training, epochs);

Report.Part("Training", Report.Text($"{training.Count:N0} pictures of {training.Side}×{training.Side}, {heldOut.Count:N0} held out; {run.Network.Parameters().Values.Sum(array => array.Size):N0} numbers to learn."));
Table table = Report.Table("epoch", "loss", "held out, right", "time");
long start = Stopwatch.GetTimestamp();
for (int epoch = 0; epoch < epochs; epoch++)
{
    int before = run.Losses.Count;
    run.Epoch(epoch);
    double right = Training.Accuracy(Training.Guess(run.Network, heldOut), heldOut);
    table.AddRow(Report.Text($"{epoch + 1}"), Report.Text($"{run.Losses.Skip(before).Average():F3}"), Report.Percent(right), Report.Text($"{Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));
}
AnsiConsole.Write(table);
double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

Report.Part("Stopping and going on", "From a file, a network of its own does the same steps to the last bit.");
string file = Path.Combine(folder, "wardrobe.safetensors");
bool isSame = Resuming.IsSame(training, epochs, file);
AnsiConsole.MarkupLine(isSame ? "equal" : "[red]different[/]");

Report.Part("What it takes for what", "In confusion.png: rows are what held-out pictures show, columns what they are taken for.");
NDArray guesses = Training.Guess(run.Network, heldOut);
double accuracy = Training.Accuracy(guesses, heldOut);
Drawing.Save(folder, run, names, heldOut, guesses);

Report.Part("Four bits", "The dense layers in groups of 64 numbers of four bits each.");
var small = Quantized.Copy(run.Network);
double smallAccuracy = Training.Accuracy(Training.Guess(small, heldOut), heldOut);
AnsiConsole.MarkupLine(Report.Text($"{Report.Percent(accuracy)} → {Report.Percent(smallAccuracy)} of the held-out pictures, {Quantized.Bytes(run.Network):N0} → {Quantized.Bytes(small):N0} bytes"));

bool isGood = accuracy >= expected && isSame && accuracy - smallAccuracy <= 0.005;
AnsiConsole.MarkupLine(Report.Text($"[bold]{Report.Percent(accuracy)}[/] right, expected at least {Report.Percent(expected)}, in {seconds:F0} s; curves.png, confusion.png, filters.png in {Path.GetFullPath(folder)}."));
return isGood ? 0 : 1;
