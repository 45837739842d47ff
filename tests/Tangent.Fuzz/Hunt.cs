using System.Diagnostics;

namespace Tangent.Fuzz;

/// <summary>
/// Gives a reader changed files for a while. Those that lead to code that none did before are changed on. Whatever else than the errors of files is
/// thrown, takes long, or takes memory that the file cannot account for, is kept in a folder.
/// </summary>
internal sealed class Hunt
{
    private const int Repeats = 3;

    // A byte of an archive stands for a thousand at the most; the headers of a zip's inflater and of JSON take some.
    private const long Growth = 1100, Allowance = 4 << 20;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2), Stuck = TimeSpan.FromSeconds(30);

    private readonly Target target;
    private readonly string folder;
    private readonly int seed;
    private readonly Coverage coverage = new();
    private readonly List<byte[]> corpus;
    private readonly HashSet<string> found = [];
    private volatile byte[] current = [];
    private long started;

    public Hunt(Target target, string folder, int seed)
    {
        (this.target, this.folder, this.seed) = (target, folder, seed);
        corpus = [.. target.Seeds()];
    }

    /// <summary>Runs for a while, prints what came of it, and returns how many kinds of errors were found.</summary>
    public int Run(TimeSpan duration)
    {
        using var watchdog = new Timer(_ => Watch(), null, Stuck, Stuck / 4);
        var mutation = new Mutation(new Random(seed), corpus);
        foreach (byte[] right in corpus)
        {
            Try(right);
            coverage.IsNew();
        }
        long inputs = 0;
        var clock = Stopwatch.StartNew();
        for (; clock.Elapsed < duration; inputs++)
        {
            byte[] input = mutation.Next();
            Try(input);
            if (coverage.IsNew())
                corpus.Add(input);
        }
        Console.WriteLine(FormattableString.Invariant(
            $"{target.Name,-18} {inputs,12:N0} files, {inputs / clock.Elapsed.TotalSeconds,8:N0} a second, {corpus.Count,6:N0} kept, {coverage.Seen,6:N0} paths, {found.Count} errors"));
        return found.Count;
    }

    private void Try(byte[] input)
    {
        if (Once(input) && Enumerable.Range(0, Repeats).All(_ => Once(input)))
            Keep(input, "time");
    }

    // True if it took long: on a busy machine anything may, once.
    private bool Once(byte[] input)
    {
        current = input;
        Volatile.Write(ref started, Stopwatch.GetTimestamp());
        coverage.Begin();
        Mx.ResetPeakMemory();
        long memory = Mx.GetActiveMemory(), before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            target.Read(input);
        }
        catch (Exception error) when (error is FileFormatException or IOException)
        {
        }
        catch (Exception error)
        {
            Keep(input, $"{error.GetType().Name} {error.StackTrace?.Split('\n')[0].Trim()}");
        }
        long managed = GC.GetAllocatedBytesForCurrentThread() - before, taken = Mx.GetPeakMemory() - memory, allowed = Allowance + Growth * input.Length;
        if (managed > allowed || taken > allowed)
            Keep(input, "memory");
        return Stopwatch.GetElapsedTime(started) > Slow;
    }

    private void Keep(byte[] input, string what)
    {
        if (!found.Add(what))
            return;
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"{target.Name}-{found.Count}");
        File.WriteAllBytes(path, input);
        Console.WriteLine($"{target.Name}: {what}: {path}");
    }

    private void Watch()
    {
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref started)) < Stuck)
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, $"{target.Name}-stuck"), current);
        Console.WriteLine($"{target.Name}: it does not end: {folder}/{target.Name}-stuck");
        Environment.Exit(1);
    }
}
