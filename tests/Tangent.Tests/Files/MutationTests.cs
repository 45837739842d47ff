using System.Diagnostics;
using Tangent.Fuzz;
using Xunit;

namespace Tangent.Tests.Files;

/// <summary>
/// What ./dev fuzz does, for a few seconds and always the same: right files with bytes changed, cut, doubled or exchanged are read, or refused as the
/// format's or the system's error. Nothing else is thrown, nothing hangs, and no more memory is taken than the file can account for.
/// </summary>
public sealed class MutationTests
{
    // A few seconds each; more when asked for.
    private static readonly int Cases = Environment.GetEnvironmentVariable("TANGENT_MUTATIONS") is { Length: > 0 } asked ? int.Parse(asked) : 8_000;

    public static TheoryData<string> Names => [.. Target.All.Select(target => target.Name)];

    [Theory, MemberData(nameof(Names))]
    public void AChangedFileIsReadOrRefused(string name)
    {
        Target target = Target.All.Single(target => target.Name == name);
        byte[][] seeds = target.Seeds();
        var mutation = new Mutation(new Random(1), seeds);
        var clock = Stopwatch.StartNew();
        int read = seeds.Count(seed => IsRead(target, seed));
        Assert.Equal(seeds.Length, read);
        for (int i = 0; i < Cases; i++)
        {
            byte[] changed = mutation.Next();
            long before = GC.GetAllocatedBytesForCurrentThread();
            IsRead(target, changed);
            // The buffers of an inflating stream, and headers as objects.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (1 << 20) + 200L * changed.Length);
        }
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60 + Cases / 100.0);
    }

    private static bool IsRead(Target target, byte[] bytes)
    {
        try
        {
            target.Read(bytes);
            return true;
        }
        catch (Exception error) when (error is FileFormatException or IOException)
        {
            return false;
        }
        catch (Exception error)
        {
            Assert.Fail($"{target.Name} {Convert.ToBase64String(bytes)}: {error}");
            return false;
        }
    }
}
