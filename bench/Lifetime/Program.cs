using Tangent.Bench.Lifetime;

// The measurements behind docs/decisions/0001 and 0002. With the argument "dead" only the first part, which differs
// between Debug, Release, and Release with DOTNET_TieredCompilation=0, in which all code is optimised at once.
Console.WriteLine($"{Environment.Version}, {Environment.ProcessorCount} processors, server GC {System.Runtime.GCSettings.IsServerGC}");
await DeadHandles.Run();
if (args is ["dead"])
    return;
if (args is ["threads"])
{
    OtherThreads.Run();
    return;
}
HandleCosts.Run();
CollectionCosts.Run();
TemporaryCosts.Run();
PoolCosts.Run();
OtherThreads.Run();
