namespace Tangent.Bench;

/// <summary>Many threads that make, use and drop arrays.</summary>
internal static class ThreadMemory
{
    private const int Threads = 8, Turns = 200, Count = 100_000;

    public static bool IsSafe()
    {
        int wrong = 0;
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() => Work(index, ref wrong)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Console.WriteLine($"  {Threads} threads, {Turns} turns each: {wrong} wrong results");
        return wrong == 0;
    }

    private static void Work(int index, ref int wrong)
    {
        for (int turn = 0; turn < Turns; turn++)
        {
            int value = index + turn;
            NDArray x = Mx.Full(Count + 64 * turn, (float)value).Eval();
            NDArray y = (x + x).Eval();
            float total = Mx.Sum(y - x).Item<float>() / x.Size;
            if (Math.Abs(total - value) > 1e-3 * (1 + value))
                Interlocked.Increment(ref wrong);
        }
    }
}
