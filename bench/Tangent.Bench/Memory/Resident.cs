using System.Diagnostics;

namespace Tangent.Bench;

/// <summary>What the process holds, in the eyes of the system.</summary>
internal static class Resident
{
    private const double Megabyte = 1 << 20;

    /// <summary>Bytes of the process in memory now.</summary>
    public static long Bytes
    {
        get
        {
            using Process process = Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
    }

    /// <summary>So many bytes, for people.</summary>
    public static string Text(long bytes) => FormattableString.Invariant($"{bytes / Megabyte:0.0} MB");
}
