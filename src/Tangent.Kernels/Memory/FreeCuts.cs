namespace Tangent.Kernels;

/// <summary>
/// Small buffers that a thread gave back, for its next ones of the same size: they lie in the cache, and short-lived ones do not
/// keep the slabs apart in which long-lived ones lie. Few are kept, and none beyond a collection of the pool's.
/// </summary>
internal sealed class FreeCuts(int unit, int largest, int most)
{
    private readonly Stack<SlabBuffer.Cut>?[] bySize = new Stack<SlabBuffer.Cut>?[largest / unit + 1];
    private int count;
    private int collections;

    /// <summary>A buffer of exactly <paramref name="size"/> bytes, if there is one.</summary>
    public bool TryTake(int size, out SlabBuffer.Cut cut)
    {
        cut = default;
        if (count == 0 || (collections != BufferPool.Shared.Collections && Clear()) || bySize[size / unit]?.TryPop(out cut) != true)
            return false;
        count--;
        return true;
    }

    /// <summary>Keeps a buffer; false if there are enough.</summary>
    public bool TryKeep(int size, SlabBuffer.Cut cut)
    {
        if (count == 0)
            collections = BufferPool.Shared.Collections;
        if (count == most)
            return false;
        (bySize[size / unit] ??= new()).Push(cut);
        count++;
        return true;
    }

    private bool Clear()
    {
        foreach (Stack<SlabBuffer.Cut>? cuts in bySize)
            while (cuts?.TryPop(out SlabBuffer.Cut cut) == true)
                cut.Slab.ReleaseCut();
        count = 0;
        return true;
    }
}
