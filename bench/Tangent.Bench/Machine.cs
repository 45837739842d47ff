using BenchmarkDotNet.Environments;

namespace Tangent.Bench;

/// <summary>What the figures were measured on.</summary>
/// <param name="System">Processor, cores and operating system.</param>
/// <param name="Load">Runnable processes over the last minute, when the run began; null where the system does not say.</param>
/// <param name="Threads">Threads that an operation may use.</param>
/// <param name="Tangent">Tangent's version and runtime.</param>
/// <param name="Peer">The peer's version; null where it is not there.</param>
internal sealed record Machine(string System, string? Load, int Threads, string Tangent, string? Peer)
{
    private const string LoadFile = "/proc/loadavg";

    public static Machine Here(int threads, string tangent, string? peer)
    {
        HostEnvironmentInfo host = HostEnvironmentInfo.GetCurrent();
        string system = string.Join("; ", host.ToFormattedString().Take(2).Select(line => line.Trim()));
        string? load = File.Exists(LoadFile) ? File.ReadAllText(LoadFile).Split(' ')[0] : null;
        return new Machine(system, load, threads, tangent, peer);
    }
}
