using BenchmarkDotNet.Environments;

namespace Tangent.Bench;

/// <summary>What the figures were measured on.</summary>
/// <param name="System">Processor, cores and operating system.</param>
/// <param name="Load">Runnable processes over the last minute, when the run began; null where the system does not say.</param>
/// <param name="Libraries">The libraries' versions, and those that are missing.</param>
/// <param name="Limits">What the machine does at the most, with one thread and with all.</param>
internal sealed record Machine(string System, string? Load, IReadOnlyList<string> Libraries, IReadOnlyList<PhysicalLimits> Limits)
{
    private const string LoadFile = "/proc/loadavg";

    public static Machine Here(IReadOnlyList<string> libraries, IReadOnlyList<PhysicalLimits> limits)
    {
        HostEnvironmentInfo host = HostEnvironmentInfo.GetCurrent();
        string system = string.Join("; ", host.ToFormattedString().Take(2).Select(line => line.Trim()));
        string? load = File.Exists(LoadFile) ? File.ReadAllText(LoadFile).Split(' ')[0] : null;
        return new Machine(system, load, libraries, limits);
    }
}
