using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>The system's FFTW, whose plans are measured (FFTW_MEASURE) before they are timed; a plan for each number of threads.</summary>
internal sealed unsafe class FftwLibrary : ILibrary
{
    private int threads = 1;

    public FftwLibrary()
    {
        Workloads = new Dictionary<string, Func<Workload>>
        {
            ["fft-kernel-1024"] = () => Complex([1024], 1),
            ["fft-kernel-4096"] = () => Complex([4096], 1),
            ["fft-65536"] = () => Complex([65536], 1),
            ["fft-2e20"] = () => Complex([1 << 20], 1),
            ["fft-1000x1024"] = () => Complex([1024], 1000),
            ["fft-1024x1024"] = () => Complex([1024, 1024], 1),
            ["fft-1000"] = () => Complex([1000], 1),
            ["fft-1009"] = () => Complex([1009], 1),
            ["rfft-1024"] = () => Real(1024),
            ["rfft-4096"] = () => Real(4096),
        };
        if (Fftw.InitializeThreads() == 0)
            throw new InvalidOperationException("FFTW's threads cannot be had.");
    }

    public string Description => $"{Fftw.Version}, FFTW_MEASURE";

    public IReadOnlyDictionary<string, Func<Workload>> Workloads { get; }

    public void UseThreads(int count) => threads = count;

    private Workload Complex(int[] lengths, int count)
    {
        int length = lengths.Aggregate((x, y) => x * y);
        return Of(2 * length * count, 2 * length * count, (x, y) =>
        {
            fixed (int* sides = lengths)
                return Fftw.Plan(lengths.Length, sides, count, x, null, 1, length, y, null, 1, length, Fftw.Forward, Fftw.Measure);
        });
    }

    private Workload Real(int length) => Of(length, 2 * (length / 2 + 1), (x, y) => Fftw.PlanReal(length, x, y, Fftw.Measure));

    // Planning overwrites both arrays.
    private Workload Of(int read, int written, Planner plan)
    {
        var memory = new NativeFloats(read, written);
        float[] input = Inputs.Uniform(read, seed: 1);
        var plans = new Dictionary<int, nint>();
        return new(Run, () =>
        {
            Run();
            return Inputs.MeanMagnitude(new ReadOnlySpan<float>(memory.Results, written));
        })
        { IsNative = true };

        void Run()
        {
            if (!plans.TryGetValue(threads, out nint made))
            {
                Fftw.PlanWithThreads(threads);
                plans[threads] = made = plan(memory.Inputs, memory.Results);
                input.CopyTo(new Span<float>(memory.Inputs, read));
            }
            Fftw.Execute(made);
        }
    }

    private delegate nint Planner(float* x, float* y);
}
