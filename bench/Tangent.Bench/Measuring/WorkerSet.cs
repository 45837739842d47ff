namespace Tangent.Bench;

/// <summary>The processes of the libraries that are there.</summary>
internal sealed class WorkerSet : IDisposable
{
    private readonly Dictionary<Library, WorkerProcess> processes = [];
    private readonly Dictionary<Library, string> missing = [];

    /// <summary>Starts every library.</summary>
    public WorkerSet(Options options)
    {
        string self = typeof(WorkerSet).Assembly.Location;
        Add(Library.Tangent, WorkerProcess.Start(out string? failure, self, ["worker", "tangent", .. options.StartUp.Paths]), failure);
        if (!processes.ContainsKey(Library.Tangent))
            throw new InvalidOperationException($"Tangent does not start: {failure}.");
        if (options.Before is not null)
        {
            WorkerProcess before = WorkerProcess.Start(out failure, options.Before, ["worker", "tangent", .. new StartUpPrograms().Paths])
                ?? throw new InvalidOperationException($"{options.Before} does not start: {failure}.");
            Add(Library.Before, before, null);
            return;
        }
        if (options.Torch is null)
            Add(Library.TorchSharp, null, "it could not be built here");
        else
            Add(Library.TorchSharp, WorkerProcess.Start(out failure, options.Torch, []), failure);
        Add(Library.OpenBlas, WorkerProcess.Start(out failure, self, ["worker", "openblas"], OpenBlasLibrary.Variables), failure);
        Add(Library.Fftw, WorkerProcess.Start(out failure, self, ["worker", "fftw"]), failure);
    }

    /// <summary>A line for each library: its version, or why it is missing.</summary>
    public IReadOnlyList<string> Descriptions =>
        [.. processes.Values.Select(process => process.Description), .. missing.Select(entry => $"{entry.Key} is missing: {entry.Value.Split(". ")[0]}")];

    /// <summary>The library's process; null where it is missing.</summary>
    public WorkerProcess? this[Library library] => processes.GetValueOrDefault(library);

    public void UseThreads(int count)
    {
        foreach (WorkerProcess process in processes.Values)
            process.UseThreads(count);
    }

    public void Release()
    {
        foreach (WorkerProcess process in processes.Values)
            process.Release();
    }

    public void Dispose()
    {
        foreach (WorkerProcess process in processes.Values)
            process.Dispose();
    }

    private void Add(Library library, WorkerProcess? process, string? failure)
    {
        if (process is not null)
            processes[library] = process;
        else
            missing[library] = failure ?? "it does not start";
    }
}
