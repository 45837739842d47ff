using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>The lines of one transform over dense arrays, seen as [outer, length, inner] with its axis in the middle.</summary>
internal sealed unsafe class FourierLines(FourierKernel kernel, long outer, long inner)
{
    /// <summary>Longer lines do not fit into the second-level cache as many at once.</summary>
    private const int LongestOnLanes = 2048;

    /// <summary>Longer ones do not fit into the first-level cache, where those of a row on its own do.</summary>
    private const int LongestInFirstCache = 128;

    /// <summary>Blocks of lines that are read together.</summary>
    private const int Together = 4;

    /// <summary>Numbers below which a second thread costs more than it saves.</summary>
    private const long Grain = 16 * 1024;

    /// <summary>float32 in a line of the input: two for a complex number.</summary>
    public int InputWidth => kernel.Direction switch
    {
        FourierDirection.FromReal => kernel.Length,
        FourierDirection.ToReal => 2 * (kernel.Length / 2 + 1),
        _ => checked(2 * kernel.Length),
    };

    /// <summary>float32 in a line of the output.</summary>
    public int OutputWidth => kernel.Direction switch
    {
        FourierDirection.FromReal => 2 * (kernel.Length / 2 + 1),
        FourierDirection.ToReal => kernel.Length,
        _ => checked(2 * kernel.Length),
    };

    /// <summary>
    /// Whether lines are transformed as many at once as there are lanes, rather than one after another. It depends on shape and axis and
    /// the width of a vector alone, since the two round differently.
    /// </summary>
    public bool RunOnLanes(int lanes)
    {
        bool packed = kernel.Direction is FourierDirection.FromReal or FourierDirection.ToReal && kernel.Length % 2 == 0;
        int length = packed ? kernel.Length / 2 : kernel.Length;
        if (length < 64)
            return true;
        LineLength made = LineLength.Of(length);
        if (!made.HasPasses || length > LongestOnLanes)
            return false;
        double oneByOne = Used(made.Rows, lanes) * Used(made.Columns, lanes) * (inner > 1 ? 0.5 : 1);
        double together = (inner > 1 ? Used(inner, lanes) : Math.Min(1, outer / (double)lanes)) * (length > LongestInFirstCache ? 0.75 : 1);
        return together >= oneByOne;
    }

    /// <summary>Whether each line is a dense row.</summary>
    public bool AreRows => inner == 1;

    /// <summary>Transforms all lines: on lanes, or rows one after another.</summary>
    public void Run<V>(float* x, float* y) where V : unmanaged, ILanes<V, float>
    {
        if (RunOnLanes(V.Count))
            RunLanes<V>(x, y);
        else
            RunRows<V>(x, y);
    }

    private void RunRows<V>(float* x, float* y) where V : unmanaged, ILanes<V, float>
    {
        int read = InputWidth, written = OutputWidth;
        if (outer == 1 || outer < Workers.Count && kernel.Length >= Grain)
        {
            for (long row = 0; row < outer; row++)
                RowFourier<V>.Run(kernel, x + row * read, y + row * written, parallel: true);
            return;
        }
        RunManyRows<V>(x, y, read, written);
    }

    // Apart, because what a delegate captures is made where the method begins.
    private void RunManyRows<V>(float* x, float* y, int read, int written) where V : unmanaged, ILanes<V, float> =>
        Workers.For(outer, Math.Max(1, Grain / kernel.Length), (start, end) =>
        {
            for (long row = start; row < end; row++)
                RowFourier<V>.Run(kernel, x + row * read, y + row * written, parallel: false);
        });

    /// <summary>
    /// Transforms lines as many at once as there are lanes; of lines across the rows of memory some blocks together, so that what is read
    /// and written of each row is more than a line of the cache.
    /// </summary>
    private void RunLanes<V>(float* x, float* y) where V : unmanaged, ILanes<V, float>
    {
        if (inner == 1)
        {
            long blocks = Blocks<V>(outer);
            Workers.For(blocks, Math.Max(1, Grain / (kernel.Length * V.Count)), (start, end) => RunRowBlocks<V>(x, y, start, end));
        }
        else
        {
            long groups = (Blocks<V>(inner) + Together - 1) / Together;
            Workers.For(outer * groups, Math.Max(1, Grain / (kernel.Length * V.Count * Together)), (start, end) =>
            {
                for (long group = start; group < end; group++)
                    RunColumnBlocks<V>(x, y, group / groups, group % groups * Together);
            });
        }
    }

    private static long Blocks<V>(long lines) where V : unmanaged, ILanes<V, float> => (lines + V.Count - 1) / V.Count;

    private void RunRowBlocks<V>(float* x, float* y, long start, long end) where V : unmanaged, ILanes<V, float>
    {
        FourierScratch scratch = FourierScratch.Current;
        long size = LaneFourier<V>.Size(kernel);
        float* ping = scratch.Ping.Take<float>(size), pong = scratch.Pong.Take<float>(size), spectrum = scratch.Spectrum.Take<float>(size);
        for (long first = start * V.Count; first < end * V.Count; first += V.Count)
        {
            int count = (int)Math.Min(V.Count, outer - first);
            PanelTransposition<float>.Run(x + first * InputWidth, InputWidth, count, InputWidth, V.Count, ping);
            float* result = LaneFourier<V>.Run(kernel, ping, pong, spectrum);
            PanelTransposition<float>.Run(result, V.Count, OutputWidth, count, OutputWidth, y + first * OutputWidth);
        }
    }

    private void RunColumnBlocks<V>(float* x, float* y, long batch, long block) where V : unmanaged, ILanes<V, float>
    {
        int count = (int)Math.Min(Together, Blocks<V>(inner) - block);
        long size = LaneFourier<V>.Size(kernel);
        FourierScratch scratch = FourierScratch.Current;
        float* ping = scratch.Ping.Take<float>(count * size), pong = scratch.Pong.Take<float>(count * size);
        float* spectrum = scratch.Spectrum.Take<float>(count * size);
        float** results = stackalloc float*[Together];
        LoadColumns<V>(x, batch, block * V.Count, count, ping, size);
        for (int i = 0; i < count; i++)
            results[i] = LaneFourier<V>.Run(kernel, ping + i * size, pong + i * size, spectrum + i * size);
        StoreColumns<V>(results, count, batch, block * V.Count, y);
    }

    private static double Used(long count, int lanes) => count / (Math.Ceiling(count / (double)lanes) * lanes);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LoadColumns<V>(float* x, long batch, long first, int blocks, float* to, long size) where V : unmanaged, ILanes<V, float>
    {
        if (kernel.Direction == FourierDirection.FromReal)
        {
            for (int place = 0; place < kernel.Length; place++, to += V.Count)
                for (int i = 0; i < blocks; i++)
                    CopySome<V>(x + (batch * kernel.Length + place) * inner + first + i * V.Count, to + i * size, inner - first - i * V.Count);
            return;
        }
        int length = InputWidth / 2;
        var source = new InterleavedRow<V>(x);
        for (int place = 0; place < length; place++)
            for (int i = 0; i < blocks; i++)
            {
                source.Load((batch * length + place) * inner + first + i * V.Count, inner - first - i * V.Count, out V re, out V im);
                new LaneElements<V>(to + i * size, inverse: false).Store(place, re, im);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void StoreColumns<V>(float** from, int blocks, long batch, long first, float* y) where V : unmanaged, ILanes<V, float>
    {
        if (kernel.Direction == FourierDirection.ToReal)
        {
            for (int place = 0; place < kernel.Length; place++)
                for (int i = 0; i < blocks; i++)
                    CopySome<V>(from[i] + place * V.Count, y + (batch * kernel.Length + place) * inner + first + i * V.Count, inner - first - i * V.Count);
            return;
        }
        int length = OutputWidth / 2;
        var target = new InterleavedRow<V>(y);
        for (int place = 0; place < length; place++)
            for (int i = 0; i < blocks; i++)
            {
                float* element = from[i] + place * 2 * V.Count;
                target.Store((batch * length + place) * inner + first + i * V.Count, inner - first - i * V.Count, V.Load(element), V.Load(element + V.Count));
            }
    }

    private static void CopySome<V>(float* from, float* to, long count) where V : unmanaged, ILanes<V, float>
    {
        if (count >= V.Count)
            V.Store(V.Load(from), to);
        else
            PartialVector<V>.Store(PartialVector<V>.Load(from, count), to, count);
    }
}
