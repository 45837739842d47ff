using Tangent.Kernels;

namespace Tangent.Bench;

/// <summary>Blocks that training takes from the system.</summary>
internal static class StepMemory
{
    private const int Steps = 2_000, Shown = 5;

    public static bool IsReused()
    {
        var network = new Network();
        AdamState state = AdamState.Start(Network.Parameters(10));
        long afterTwo = 0;
        for (int step = 1; step <= Steps; step++)
        {
            long before = BufferPool.Shared.FreshBlocks;
            (_, state) = network.Step(state);
            if (step <= Shown)
                Console.WriteLine($"  step {step}: {BufferPool.Shared.FreshBlocks - before} new blocks");
            if (step == 2)
                afterTwo = BufferPool.Shared.FreshBlocks;
        }
        long later = BufferPool.Shared.FreshBlocks - afterTwo;
        Console.WriteLine($"  steps 3 to {Steps}: {later} new blocks; {Resident.Text(Mx.GetActiveMemory())} in use, {Resident.Text(Mx.GetCacheMemory())} kept");
        return later == 0;
    }
}
