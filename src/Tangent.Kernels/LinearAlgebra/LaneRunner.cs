using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Runs an algorithm on many matrices, as many at once as a vector has lanes: element by element they are brought side by side, and the results
/// back. Lanes that no matrix is left for hold zeros. A lane never sees another, so the bits of a result do not depend on its neighbours.
/// </summary>
internal static unsafe class LaneRunner<V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostViews = 4;
    private const int Alignment = 64;

    /// <summary>Runs on so many matrices; those that the algorithm does not compute are left to <paramref name="runOne"/>.</summary>
    public static void Run<TAlgorithm>(TAlgorithm algorithm, BufferView[] x, BufferView[] y, long count, long grain, Action<long> runOne)
        where TAlgorithm : struct, ILaneAlgorithm<V, T>
    {
        int registers = algorithm.Work;
        foreach (BufferView view in x)
            registers += Width(view, count);
        foreach (BufferView view in y)
            registers += Width(view, count);
        long groups = (count + V.Count - 1) / V.Count;
        Workers.For(groups, Math.Max(1, grain / V.Count), (start, end) =>
        {
            using var memory = new Scratch<byte>((long)registers * sizeof(V) + Alignment);
            T* aligned = (T*)(((nint)memory.Pointer + Alignment - 1) & -Alignment);
            for (long group = start; group < end; group++)
                RunGroup(algorithm, x, y, group * V.Count, count, aligned, runOne);
        });
    }

    private static void RunGroup<TAlgorithm>(TAlgorithm algorithm, BufferView[] x, BufferView[] y, long first, long count, T* memory, Action<long> runOne)
        where TAlgorithm : struct, ILaneAlgorithm<V, T>
    {
        T** from = stackalloc T*[MostViews], to = stackalloc T*[MostViews];
        int lanes = (int)Math.Min(V.Count, count - first);
        for (int i = 0; i < x.Length; i++)
        {
            int width = Width(x[i], count);
            Load(x[i], width, first, lanes, from[i] = memory);
            memory += width * V.Count;
        }
        for (int i = 0; i < y.Length; i++)
        {
            to[i] = memory;
            memory += Width(y[i], count) * V.Count;
        }
        V failed = algorithm.Run(from, to, memory);
        for (int i = 0; i < y.Length; i++)
            Store(to[i], Width(y[i], count), y[i], first, lanes);
        if (!V.Any(failed))
            return;
        var bits = (byte*)to[0]; // results that are stored already
        V.Store(failed, to[0]);
        for (int lane = 0; lane < lanes; lane++)
            if (bits[lane * sizeof(T)] != 0)
                runOne(first + lane);
    }

    private static void Load(BufferView x, int width, long first, int lanes, T* to)
    {
        if (x.DType == DType.UInt32)
            LanePlaces<V, T>.Load((uint*)x.Pointer + first * width, width, lanes, to);
        else
            PanelTransposition<T>.Run((T*)x.Pointer + first * width, width, lanes, width, V.Count, to);
    }

    private static void Store(T* from, int width, BufferView y, long first, int lanes)
    {
        if (y.DType == DType.UInt32)
            LanePlaces<V, T>.Store(from, width, lanes, (uint*)y.Pointer + first * width);
        else
            PanelTransposition<T>.Run(from, V.Count, width, lanes, width, (T*)y.Pointer + first * width);
    }

    // Numbers of an item: of complex ones two each.
    private static int Width(BufferView x, long count) => (int)(x.Size / (x.DType == DType.UInt32 ? sizeof(uint) : sizeof(T)) / count);
}
