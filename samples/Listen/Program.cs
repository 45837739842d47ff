using System.Diagnostics;
using System.Globalization;
using Listen;
using Tangent;

// Listen MODEL [SOUND.wav]: where somebody speaks, in pieces of 32 ms as they come. MODEL by samples/get-data.sh listen; without it the weights
// are drawn, and it is shown only that the detector runs. Without a sound it is a voice that is computed, and the recorded answers are compared.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string? model = args.Length > 0 ? args[0] : null;
string? sound = args.Length > 1 ? args[1] : null;
Mx.Random.Seed(0);
Detector detector = model is null ? new Detector() : Silero.Load(model);
float[] samples = sound is null ? Sound.Voice() : Sound.Read(sound);
float[] probabilities = Hear(detector, samples, out double factor);

const int PiecesALine = 64;
for (int i = 0; i < probabilities.Length; i += PiecesALine)
    Console.WriteLine($"{i * Detector.Piece / (double)Sound.Rate,5:F1} s  {string.Concat(probabilities.Skip(i).Take(PiecesALine).Select(Bar))}");
Console.WriteLine($"real-time factor {factor:F4}, expected at most 0.02");
if (model is null || sound is not null)
    return probabilities.All(float.IsFinite) ? 0 : 1;
double error = Recorded().Zip(probabilities, (recorded, own) => Math.Abs(recorded - own)).Max();
Console.WriteLine($"largest difference from ONNX Runtime {error:E1}, expected at most 1E-004");
return error <= 1e-4 ? 0 : 1;

static float[] Hear(Detector detector, float[] samples, out double factor)
{
    var call = Mx.Compile((NDArray piece, DetectorState state) => detector.Call(piece, state));
    var probabilities = new List<float>();
    DetectorState state = Detector.Start;
    call(Mx.Zeros(Detector.Piece), state).Probability.Eval();
    long start = Stopwatch.GetTimestamp();
    for (int i = 0; i + Detector.Piece <= samples.Length; i += Detector.Piece)
    {
        (NDArray probability, state) = call(Mx.Array<float>(samples.AsSpan(i, Detector.Piece), Detector.Piece), state);
        Mx.Eval(probability, state);
        probabilities.Add(probability.Item<float>());
    }
    factor = Stopwatch.GetElapsedTime(start).TotalSeconds * Sound.Rate / samples.Length;
    return [.. probabilities];
}

static char Bar(float probability) => "▁▂▃▄▅▆▇█"[Math.Clamp((int)(probability * 8), 0, 7)];

static IEnumerable<float> Recorded()
{
    using var reader = new StreamReader(typeof(Sound).Assembly.GetManifestResourceStream("recorded.txt")!);
    return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(float.Parse)];
}
