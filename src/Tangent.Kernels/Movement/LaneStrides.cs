namespace Tangent.Kernels;

/// <summary>
/// Collects elements at small distances a register at a time: all that lies between is loaded too, and each load gives some lanes
/// of the result by a permutation.
/// </summary>
/// <remarks>
/// Lane l of a result comes from element l·stride. With N lanes that is lane l·stride mod N, the same permutation for every load,
/// of load l·stride / N. Backwards, loads and lanes are counted from the end.
/// </remarks>
internal static unsafe class LaneStrides<V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
    // A load and a permutation for each step must cost less than moving the lanes one by one.
    private static int Most => Math.Min(8, V.Count / 2);

    // Processors foresee rising addresses by themselves. Measured on reversed rows of 4 KB: twice as fast.
    private const int LoadsAhead = 8;

    private static readonly LaneTable<V, T>[] Forward = MakeTables(backward: false);
    private static readonly LaneTable<V, T>[] Backward = MakeTables(backward: true);

    /// <summary>
    /// Writes destination[i] = source[i * stride] from 0 on in whole registers, if the stride is small, and returns how many are
    /// done. Nothing beyond element (count - 1) * stride is read.
    /// </summary>
    public static long Run(T* source, long stride, T* destination, long count)
    {
        if (stride == 0 || Math.Abs(stride) > Most || count <= V.Count)
            return 0;
        int steps = (int)Math.Abs(stride);
        LaneTable<V, T> table = stride > 0 ? Forward[steps] : Backward[steps];
        if (stride < 0)
            source -= V.Count - 1;
        long next = stride > 0 ? V.Count : -V.Count;
        long i = 0;
        // Loads end before the element that comes after the register, so there must be one.
        for (; i < count - V.Count; i += V.Count)
        {
            if (stride < 0)
                Prefetch.Bring(source + next * LoadsAhead);
            V result = V.Permute(V.Load(source), table[0]);
            source += next;
            for (int step = 1; step < steps; step++, source += next)
                result = V.Select(table[step], V.Permute(V.Load(source), table[0]), result);
            V.Store(result, destination + i);
        }
        return i;
    }

    private static LaneTable<V, T>[] MakeTables(bool backward)
    {
        var tables = new LaneTable<V, T>[Most + 1];
        for (int steps = 1; steps <= Most; steps++)
        {
            tables[steps] = new(steps);
            for (int lane = 0; lane < V.Count; lane++)
            {
                (int load, int place) = Math.DivRem(lane * steps, V.Count);
                tables[steps].SetPlace(0, lane, backward ? V.Count - 1 - place : place);
                if (load > 0)
                    tables[steps].SetMask(load, lane);
            }
        }
        return tables;
    }
}
