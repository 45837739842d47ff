namespace Tangent.Kernels;

/// <summary>
/// A reduction as units, each of them some outputs, and every unit's elements as segments. Segments do not depend on
/// the number of threads, so that results do not either.
/// </summary>
internal abstract unsafe class FoldRun(FoldLoops loops, PrologueReader reader, FoldSpace space)
{
    [ThreadStatic] private static ThreadScratch? scratch;

    /// <summary>Groups of outputs.</summary>
    protected abstract long Units { get; }

    /// <summary>Parts that the elements of one unit are cut into.</summary>
    protected abstract long Segments { get; }

    /// <summary>Totals of a unit.</summary>
    protected abstract int Width { get; }

    /// <summary>Adds a segment's elements to a unit's totals.</summary>
    protected abstract void AddSegment(long unit, long segment, byte* totals, byte* memory);

    /// <summary>Writes a unit's totals to the output.</summary>
    protected abstract void Finish(long unit, byte* totals);

    /// <summary>False if a segment's elements are added up without totals: in elements, in the memory of the totals.</summary>
    protected virtual bool NeedsTotals => true;

    /// <summary>Scratch memory for one segment, beside the totals.</summary>
    protected virtual int SegmentBytes => reader.ScratchBytes;

    private int TotalsBytes => (Width * loops.TotalBytes + 63) & -64;

    /// <summary>Writes every output.</summary>
    public void Run()
    {
        long elements = Math.Max(1, space.Count / (Units * Segments));
        long grain = Math.Max(1, reader.Grain / elements);
        if (Segments == 1)
            Workers.For(Units, grain, RunUnits);
        else
            RunSegments(grain);
    }

    /// <summary>Computes units of one segment each.</summary>
    protected virtual void RunUnits(long start, long end)
    {
        byte* memory = (scratch ??= new()).Reserve(TotalsBytes + SegmentBytes);
        for (long unit = start; unit < end; unit++)
        {
            if (NeedsTotals)
                loops.Start(memory, Width);
            AddSegment(unit, 0, memory, memory + TotalsBytes);
            Finish(unit, memory);
        }
    }

    private void RunSegments(long grain)
    {
        Buffer totals = Buffer.Allocate(Units * Segments * TotalsBytes);
        byte* all = totals.Pointer;
        Workers.For(Units * Segments, grain, (start, end) =>
        {
            byte* memory = (scratch ??= new()).Reserve(SegmentBytes);
            for (long part = start; part < end; part++)
            {
                loops.Start(all + part * TotalsBytes, Width);
                AddSegment(part / Segments, part % Segments, all + part * TotalsBytes, memory);
            }
        });
        for (long unit = 0; unit < Units; unit++)
        {
            byte* first = all + unit * Segments * TotalsBytes;
            for (long segment = 1; segment < Segments; segment++)
                loops.Merge(first, first + segment * TotalsBytes, Width);
            Finish(unit, first);
        }
        totals.Release();
    }
}
