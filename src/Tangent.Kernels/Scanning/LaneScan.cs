using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Scans a line of neighbours a register at a time: lanes are combined with those one place before, then two, then four and so on,
/// after which each holds the scan of its register; what came before is combined with all lanes at once.
/// </summary>
/// <remarks>
/// G. Blelloch, "Prefix sums and their applications", 1990. Sums round in another order than one after the other, and less often.
/// </remarks>
internal static unsafe class LaneScan<TCombiner, V, T>
    where TCombiner : struct, ICombiner<T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
    private static readonly LaneTable<V, T> Forward = MakeTable(reverse: false);
    private static readonly LaneTable<V, T> Backward = MakeTable(reverse: true);

    /// <summary>
    /// Scans the elements from <paramref name="x"/> on in whole registers, backwards in memory if so asked, and returns how many
    /// are done: the remainder is left.
    /// </summary>
    /// <param name="x">The first element to scan.</param>
    /// <param name="output">Where the first result goes.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="reverse">True if the next element lies before the first.</param>
    /// <param name="sum">What came before, if anything did; then, what has come together in the end.</param>
    /// <param name="hasSum">False if nothing came before.</param>
    public static long Run(T* x, T* output, long count, bool reverse, ref T sum, bool hasSum)
    {
        if (count < V.Count)
            return 0;
        LaneTable<V, T> table = reverse ? Backward : Forward;
        long step = reverse ? -V.Count : V.Count, first = reverse ? 1 - V.Count : 0;
        x += first;
        output += first;
        V scanned = Scan(V.Load(x), table);
        if (hasSum)
            scanned = TCombiner.Combine(V.Broadcast(sum), scanned);
        V.Store(scanned, output);
        V before = V.Permute(scanned, table[0]);
        long i = V.Count;
        for (; i <= count - V.Count; i += V.Count)
        {
            x += step;
            output += step;
            scanned = Scan(V.Load(x), table);
            V.Store(TCombiner.Combine(before, scanned), output);
            before = TCombiner.Combine(before, V.Permute(scanned, table[0]));
        }
        sum = V.Get(before, 0);
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Scan(V x, LaneTable<V, T> table)
    {
        x = Step(x, table, 0);
        if (V.Count > 2) x = Step(x, table, 1);
        if (V.Count > 4) x = Step(x, table, 2);
        if (V.Count > 8) x = Step(x, table, 3);
        if (V.Count > 16) x = Step(x, table, 4);
        if (V.Count > 32) x = Step(x, table, 5);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Step(V x, LaneTable<V, T> table, int number) => V.Select(
        table[2 + 2 * number], TCombiner.Combine(V.Permute(x, table[1 + 2 * number]), x), x);

    // Register 0 is where the last lane stands, in all lanes; then, for each step, the lane to combine with and whether there is one.
    private static LaneTable<V, T> MakeTable(bool reverse)
    {
        var table = new LaneTable<V, T>(13);
        for (int lane = 0; lane < V.Count; lane++)
        {
            table.SetPlace(0, lane, reverse ? 0 : V.Count - 1);
            for (int number = 0, distance = 1; distance < V.Count; number++, distance *= 2)
            {
                int other = reverse ? lane + distance : lane - distance;
                if (other < 0 || other >= V.Count)
                    continue;
                table.SetPlace(1 + 2 * number, lane, other);
                table.SetMask(2 + 2 * number, lane);
            }
        }
        return table;
    }
}
