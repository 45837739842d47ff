using System.Diagnostics;
using System.Text;
using Orator;
using Spectre.Console;
using Tangent;
using Tangent.Layers;

// Orator [FILE [STEPS [FOLDER]]]: learns from the text FILE, by samples/get-data.sh orator; without it from a small one, in a minute.
Console.OutputEncoding = Encoding.UTF8;
string? file = args.Length > 0 ? args[0] : null;
int steps = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : file is null ? 150 : 1500;
string folder = args.Length > 2 ? args[2] : ".";
Directory.CreateDirectory(folder);
Corpus text = file is null ? Corpus.Small() : Corpus.Of(file);
(int blocks, int dims, int heads, int length) = file is null ? (2, 64, 4, 64) : (4, 192, 6, 128);
double expected = file is null ? 2.6 : 1.6;
Mx.Random.Seed(3);
var speaker = new Speaker(blocks, dims, heads);
long numbers = speaker.Parameters().Values.Sum(array => (long)array.Size);

Report.Part("Training", Report.Text($"{text.Training.Size:N0} bytes to learn from, {text.HeldOut.Size:N0} held out; {numbers:N0} numbers, {steps} steps of 32 pieces of {length} bytes."));
var training = new Training(text, speaker, length, steps);
long start = Stopwatch.GetTimestamp();
training.Run();
double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
double heldOut = Training.HeldOut(speaker, text, length);
AnsiConsole.MarkupLine(Report.Text($"{heldOut:F3} nats a byte held out; {steps * 32.0 * length / seconds:N0} bytes a second, {seconds:F0} s"));
using (var curve = new Picture("Training", "step", "nats a byte"))
{
    curve.Line("loss", Mx.Arange(training.Losses.Count), training.Losses.ToArray());
    curve.Save(folder, "orator.png");
}

Report.Part("Files", "Written, read into a model of its own, and compared.");
bool isSame = Files.AreSame(speaker, () => new Speaker(blocks, dims, heads), folder);
AnsiConsole.MarkupLine(isSame ? "safetensors and gguf: equal bits" : "[red]different[/]");

Report.Part("Speech", "Bytes drawn one after another; with a cache of keys and values each costs one place, not all.");
Table table = Report.Table("model", "nats a byte", "bytes a second, all anew", "with a cache", "equal");
int count = length - 24;
Speaker small = speaker.Clone();
Nn.Quantize(small, groupSize: 64, bits: 4);
bool isEqual = true;
foreach ((string name, Speaker model) in new[] { ("float32", speaker), ("4 bits", small) })
{
    (byte[] anew, double slow) = Timed(() => Speech.Of(model, "Fellow-citizens, ", count, false, Mx.Random.Key(5)));
    (byte[] cached, double fast) = Timed(() => Speech.Of(model, "Fellow-citizens, ", count, true, Mx.Random.Key(5)));
    isEqual &= anew.SequenceEqual(cached);
    table.AddRow(name, Report.Text($"{Training.HeldOut(model, text, length):F3}"), Report.Text($"{count / slow:N0}"), Report.Text($"{count / fast:N0}"), anew.SequenceEqual(cached) ? "yes" : "no");
}
AnsiConsole.Write(table);
AnsiConsole.WriteLine(Encoding.UTF8.GetString(Speech.Of(speaker, "Fellow-citizens, ", 4 * length, true, Mx.Random.Key(6))));
AnsiConsole.MarkupLine(Report.Text($"[bold]{heldOut:F3}[/] nats a byte, expected at most {expected:F1}; orator.png in {Path.GetFullPath(folder)}."));
return heldOut <= expected && isSame && isEqual ? 0 : 1;

static (byte[] Speech, double Seconds) Timed(Func<byte[]> speak)
{
    speak();
    long start = Stopwatch.GetTimestamp();
    byte[] speech = speak();
    return (speech, Stopwatch.GetElapsedTime(start).TotalSeconds);
}
