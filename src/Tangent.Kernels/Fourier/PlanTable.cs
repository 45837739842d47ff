namespace Tangent.Kernels;

/// <summary>Plans by a key: many of short lines, and a few of long ones, whose tables take as much memory as the lines.</summary>
internal sealed class PlanTable<TPlan>
{
    private const int LongestOfMany = 1 << 17;

    private readonly BoundedTable<long, TPlan> many = new(limit: 128);
    private readonly BoundedTable<long, TPlan> few = new(limit: 4);

    private Entry? last;

    /// <summary>The plan for lines of a length, in one of several variants, made if it is not there.</summary>
    public TPlan Of(int length, int variant, Func<int, int, TPlan> make)
    {
        long key = ((long)length << 8) + variant;
        if (Volatile.Read(ref last) is { } entry && entry.Key == key)
            return entry.Plan;
        BoundedTable<long, TPlan> table = length <= LongestOfMany ? many : few;
        if (!table.TryGet(key, out TPlan? plan))
            plan = table.Add(key, make(length, variant));
        Volatile.Write(ref last, new Entry(key, plan));
        return plan;
    }

    // What is asked for is mostly what was asked for last, and a dictionary takes a tenth of a short transform.
    private sealed record Entry(long Key, TPlan Plan);
}
