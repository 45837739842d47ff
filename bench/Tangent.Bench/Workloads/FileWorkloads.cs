using System.Diagnostics;
using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>Files of arrays. They lie in memory where the system has a folder there, so that no disk is measured.</summary>
internal static class FileWorkloads
{
    // As many as the matrices of a small language model.
    private const int Arrays = 64, Length = 1 << 22, Many = 10_000;

    private const string Memory = "/dev/shm", Nowhere = "/dev/null";

    private static readonly Lazy<string> Folder = new(() =>
    {
        string folder = Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    private static readonly Lazy<string> Big = new(() =>
    {
        string path = At("big.safetensors");
        Mx.SaveSafetensors(path, Large);
        return path;
    });

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["file-read"] = () => Read(new()),
        ["file-read-mapped"] = () => Read(new() { Map = true }),
        ["file-read-dd"] = () => Dd(Big.Value, Nowhere),
        ["file-write"] = Write,
        ["file-write-dd"] = () => Dd(Big.Value, At("dd")),
        ["file-open"] = () => Open("many.safetensors", path => Mx.SaveSafetensors(path, Small)),
        ["file-open-gguf"] = () => Open("many.gguf", path => Mx.SaveGguf(path, Small)),
        ["file-open-npz"] = () => Open("many.npz", path => Mx.SaveZ(path, Small)),
        ["file-open-npz-compressed"] = () => Open("compressed.npz", path => Mx.SaveZCompressed(path, Small)),
    };

    private static Dictionary<string, NDArray> Large => Enumerable.Range(0, Arrays).ToDictionary(i => $"layers.{i}.weight", _ => Mx.Ones(Length));

    private static Dictionary<string, NDArray> Small => Enumerable.Range(0, Many).ToDictionary(i => $"layers.{i / 10}.block.{i % 10}.weight", _ => Mx.Ones(16));

    private static string At(string name) => Path.Combine(Folder.Value, name);

    private static Workload Read(LoadOptions options)
    {
        string path = Big.Value;
        return TangentLibrary.Value(() =>
        {
            float sum = 0;
            foreach (NDArray array in Mx.LoadArrays(path, options).Values)
                sum += Mx.Sum(array).Item<float>();
            return sum;
        });
    }

    private static Workload Write()
    {
        Dictionary<string, NDArray> arrays = Large;
        Mx.Eval(arrays);
        string path = At("written.safetensors");
        return new Workload(Save, () =>
        {
            Save();
            return new FileInfo(path).Length / sizeof(float);
        });

        void Save()
        {
            File.Delete(path);
            Mx.SaveSafetensors(path, arrays);
        }
    }

    // It puts what it wrote on the disk, as saving does. What is written over would give its memory to dd alone, which empties it first.
    private static Workload Dd(string from, string to)
    {
        string[] arguments = [$"if={from}", $"of={to}", "bs=4M", .. to == Nowhere ? Array.Empty<string>() : ["conv=fsync"]];
        return new Workload(Run, Check) { IsNative = true };

        double Check()
        {
            Run();
            return (long)Arrays * Length;
        }

        void Run()
        {
            if (to != Nowhere)
                File.Delete(to);
            using Process process = Process.Start(new ProcessStartInfo("dd", arguments) { RedirectStandardError = true }) ?? throw new InvalidOperationException("dd does not start");
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"dd ended with {process.ExitCode}");
        }
    }

    private static Workload Open(string name, Action<string> save)
    {
        string path = At(name);
        save(path);
        return new Workload(() => Mx.LoadArrays(path), () => Mx.LoadArrays(path).Count);
    }
}
