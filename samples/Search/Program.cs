using System.Diagnostics;
using Search;
using Spectre.Console;
using Tangent;

// Search [DATA]: MiniLM finds sentences of Moby Dick by what they mean, then learns to tell spam. DATA by samples/get-data.sh search; without
// it a small encoder with drawn weights learns to tell made-up messages, in seconds.
Console.OutputEncoding = System.Text.Encoding.UTF8;
string? data = args.Length > 0 ? args[0] : null;
Mx.Random.Seed(2);
Encoder encoder = data is null ? new Encoder(2048, 64, 2, 64, 4) : MiniLm.Load(data);
Func<string, IReadOnlyList<int>> tokenize = data is null ? Words : MiniLm.Tokenizer(data);
bool isRight = true;

if (data is not null)
{
    Report.Part("The same vectors", "Beside those that ONNX Runtime computed of the same file.");
    isRight = Recorded.AreEqual(new Reader(encoder, tokenize, 128));
}
Report.Part("Search", "Sentences whose vectors point into nearly the same direction as that of a question.");
long start = Stopwatch.GetTimestamp();
var reader = new Reader(encoder, tokenize, 64);
string[] sentences = data is null ? Book.Small() : Book.Read(Path.Combine(data, "moby-dick"));
NDArray vectors = reader.Read(sentences);
AnsiConsole.MarkupLine(Report.Text($"{sentences.Length:N0} sentences read in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
foreach (string question in (string[])["How is the whale hunted?", "A good meal", "The captain is obsessed with revenge."])
{
    NDArray cosines = Mx.MatMul(vectors, reader.Read([question])[0]);
    int[] best = Mx.ArgSort(-cosines)[..3].AsType(DType.Int32).ToArray<int>();
    AnsiConsole.MarkupLine($"[bold]{question}[/]");
    foreach (int place in best)
        AnsiConsole.WriteLine(Report.Text($"  {cosines[place].Item<float>():F2}  {sentences[place]}"));
}

Report.Part("A spam filter", "The encoder stays as it is, but for two thin matrices beside each of its queries and values.");
(Mail training, Mail heldOut) = (data is null ? Mail.Made() : Mail.Read(Path.Combine(data, "spam-assassin"))).Split(0.2);
var filter = new SpamFilter(encoder);
start = Stopwatch.GetTimestamp();
filter.Learn(training, data is null ? reader : new Reader(encoder, tokenize, 96), data is null ? 6 : 2, data is null ? 5e-3 : 1e-3);
double accuracy = filter.Accuracy(heldOut, data is null ? reader : new Reader(encoder, tokenize, 96));
long trained = filter.TrainableParameters().Values.Sum(array => array.Size), all = filter.Parameters().Values.Sum(array => array.Size);
AnsiConsole.MarkupLine(Report.Text($"{trained:N0} of {all:N0} numbers trained on {training.Texts.Length:N0} messages, in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));
AnsiConsole.MarkupLine(Report.Text($"[bold]{Report.Percent(accuracy)}[/] of {heldOut.Texts.Length:N0} held-out messages told rightly, expected at least 97 %."));
return isRight && accuracy >= 0.97 ? 0 : 1;

// Each word has a number of its own, or shares it with another by chance.
static int[] Words(string sentence) => [.. sentence.Split(' ').Select(word => (int)(word.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619) % 2048))];
