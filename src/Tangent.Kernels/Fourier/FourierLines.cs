namespace Tangent.Kernels;

/// <summary>The lines of one transform over dense arrays, seen as [outer, length, inner] with its axis in the middle.</summary>
internal sealed unsafe class FourierLines(FourierKernel kernel, long outer, long inner)
{
    /// <summary>Longer lines do not fit into the second-level cache as many at once.</summary>
    private const int LongestOnLanes = 2048;

    /// <summary>Longer ones do not fit into the first-level cache, where those of a row on its own do.</summary>
    private const int LongestInFirstCache = 128;

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
        if (!LanePlan.Divides(length) || length > LongestOnLanes)
            return false;
        if (length < 64)
            return true;
        (int rows, int columns) = FourStepPlan.Split(length);
        double oneByOne = Used(rows, lanes) * Used(columns, lanes) * (inner > 1 ? 0.5 : 1);
        double together = (inner > 1 ? Used(inner, lanes) : Math.Min(1, outer / (double)lanes)) * (length > LongestInFirstCache ? 0.75 : 1);
        return together >= oneByOne;
    }

    /// <summary>Transforms dense rows one after another; there are no inner axes.</summary>
    public void RunRows<V>(float* x, float* y) where V : unmanaged, ILanes<V, float>
    {
        int read = InputWidth, written = OutputWidth;
        if (outer == 1 || outer < Workers.Count && kernel.Length >= Grain)
        {
            for (long row = 0; row < outer; row++)
                RowFourier<V>.Run(kernel, x + row * read, y + row * written, parallel: true);
            return;
        }
        Workers.For(outer, Math.Max(1, Grain / kernel.Length), (start, end) =>
        {
            for (long row = start; row < end; row++)
                RowFourier<V>.Run(kernel, x + row * read, y + row * written, parallel: false);
        });
    }

    /// <summary>Transforms lines as many at once as there are lanes.</summary>
    public void RunLanes<V>(float* x, float* y) where V : unmanaged, ILanes<V, float>
    {
        long across = inner == 1 ? outer : inner, blocks = (across + V.Count - 1) / V.Count;
        Workers.For(inner == 1 ? blocks : outer * blocks, Math.Max(1, Grain / (kernel.Length * V.Count)), (start, end) =>
        {
            FourierScratch scratch = FourierScratch.Current;
            long size = (long)LaneFourier<V>.Vectors(kernel) * V.Count;
            float* ping = scratch.Ping.Take<float>(size), pong = scratch.Pong.Take<float>(size), spectrum = scratch.Spectrum.Take<float>(size);
            for (long block = start; block < end; block++)
            {
                (long batch, long part) = Math.DivRem(block, blocks);
                long first = part * V.Count;
                int count = (int)Math.Min(V.Count, across - first);
                if (inner == 1)
                    LoadRows<V>(x + first * InputWidth, count, ping);
                else
                    LoadColumns<V>(x, batch, first, count, ping);
                float* result = LaneFourier<V>.Run(kernel, ping, pong, spectrum);
                if (inner == 1)
                    PanelTransposition<float>.Run(result, V.Count, OutputWidth, count, OutputWidth, y + first * OutputWidth);
                else
                    StoreColumns<V>(result, batch, first, count, y);
            }
        });
    }

    private static double Used(long count, int lanes) => count / (double)((count + lanes - 1) / lanes * lanes);

    private void LoadRows<V>(float* x, int count, float* to) where V : unmanaged, ILanes<V, float> =>
        PanelTransposition<float>.Run(x, InputWidth, count, InputWidth, V.Count, to);

    private void LoadColumns<V>(float* x, long batch, long first, int count, float* to) where V : unmanaged, ILanes<V, float>
    {
        if (kernel.Direction == FourierDirection.FromReal)
        {
            for (int place = 0; place < kernel.Length; place++, to += V.Count)
                CopySome<V>(x + (batch * kernel.Length + place) * inner + first, to, count);
            return;
        }
        int length = InputWidth / 2;
        var source = new InterleavedRow<V>(x);
        for (int place = 0; place < length; place++, to += 2 * V.Count)
        {
            source.Load((batch * length + place) * inner + first, count, out V re, out V im);
            LaneStore<V>.Plain(to, 0, V.Count, re, im);
        }
    }

    private void StoreColumns<V>(float* from, long batch, long first, int count, float* y) where V : unmanaged, ILanes<V, float>
    {
        if (kernel.Direction == FourierDirection.ToReal)
        {
            for (int place = 0; place < kernel.Length; place++, from += V.Count)
                CopySome<V>(from, y + (batch * kernel.Length + place) * inner + first, count);
            return;
        }
        int length = OutputWidth / 2;
        var target = new InterleavedRow<V>(y);
        for (int place = 0; place < length; place++, from += 2 * V.Count)
            target.Store((batch * length + place) * inner + first, count, V.Load(from), V.Load(from + V.Count));
    }

    private static void CopySome<V>(float* from, float* to, int count) where V : unmanaged, ILanes<V, float>
    {
        if (count == V.Count)
            V.Store(V.Load(from), to);
        else
            new Span<float>(from, count).CopyTo(new Span<float>(to, count));
    }
}
