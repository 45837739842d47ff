namespace Tangent.Bench;

/// <summary>What happens beyond the limit, and after it.</summary>
internal static class MemoryLimit
{
    private const int Side = 1024;

    public static bool Holds()
    {
        NDArray held = Mx.Ones((Side, Side)).Eval();
        long limit = Mx.GetActiveMemory() + (64L << 20);
        long former = Mx.SetMemoryLimit(limit);
        try
        {
            bool refused = IsRefused(held);
            bool within = Mx.GetActiveMemory() <= limit;
            bool intact = Mx.Sum(held).Item<float>() == Side * Side && Mx.Sum(held + held).Item<float>() == 2 * Side * Side;
            Console.WriteLine($"  refused: {refused}; in use {Resident.Text(Mx.GetActiveMemory())} of {Resident.Text(limit)}; arrays intact and work goes on: {intact}");
            return refused && within && intact;
        }
        finally
        {
            Mx.SetMemoryLimit(former);
        }
    }

    private static bool IsRefused(NDArray held)
    {
        try
        {
            Mx.BroadcastTo(held, (32, Side, Side)).AsType(DType.Float64).Eval();
            return false;
        }
        catch (InsufficientMemoryException refusal)
        {
            Console.WriteLine($"  \"{refusal.Message}\"");
            return true;
        }
    }
}
