using System.Globalization;

namespace Tangent.Bench;

/// <summary>The statements about memory, one after the other: bench/run memory [--steps N] [--minutes N].</summary>
internal static class MemoryReport
{
    /// <summary>Prints all and returns the exit code: 1 if one does not hold.</summary>
    public static int Run(string[] args)
    {
        int steps = (int)Option(args, "--steps", 500);
        TimeSpan duration = TimeSpan.FromMinutes(Option(args, "--minutes", 0.25));
        Statement[] statements =
        [
            new("Jvp through n layers holds a constant number of layer-sized buffers", LayerMemory.IsConstant),
            new("A training step takes no new memory from the system from the third on", StepMemory.IsReused),
            new("The peak of attention, of its derivatives and of theirs grows with the length, not with its square", AttentionMemory.IsLinear),
            new("A training step whose loss takes a jvp through attention needs less than a quarter of the memory of its scores", MeanFlowStep.SavesMemory),
            new("Temporaries of an expression are fused or reused without Compile", TemporaryMemory.IsReused),
            new("The memory limit holds: a clear exception, everything else intact", MemoryLimit.Holds),
            new("Threads allocate and free at once", ThreadMemory.IsSafe),
            new($"Resident memory stays flat over {steps} training steps", () => Soak.Training(steps)),
            new($"Resident memory stays flat over {duration.TotalMinutes:0.##} minutes of eager work on 40 MB arrays", () => Soak.Eager(duration)),
        ];
        int failed = 0;
        foreach (Statement statement in statements)
        {
            Console.WriteLine(statement.Claim);
            StartEmpty();
            bool holds = statement.Measure();
            Console.WriteLine(holds ? "  holds" : "  DOES NOT HOLD");
            failed += holds ? 0 : 1;
        }
        return failed > 0 ? 1 : 0;
    }

    // No statement may live on what another has left.
    private static void StartEmpty()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Mx.ClearCache();
    }

    private static double Option(string[] args, string name, double otherwise)
    {
        int index = Array.IndexOf(args, name);
        return index < 0 ? otherwise
            : index + 1 < args.Length ? double.Parse(args[index + 1], CultureInfo.InvariantCulture)
            : throw new ArgumentException($"The option {name} needs a number.");
    }
}
