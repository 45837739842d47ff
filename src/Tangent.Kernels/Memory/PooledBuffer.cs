namespace Tangent.Kernels;

/// <summary>A block of a <see cref="BufferPool"/>. Dropped, it is found by the pool's next collection.</summary>
/// <remarks>
/// Each taking makes a new small object. Keeping these with the free blocks would save some 30 ns, but they would grow
/// old there, and then only a full collection would find a dropped one.
/// </remarks>
internal sealed class PooledBuffer : Buffer
{
    private readonly BufferPool pool;
    private readonly int slot;

    /// <summary>Owns the block at <paramref name="address"/>, which <paramref name="pool"/> watches in <paramref name="slot"/>.</summary>
    public PooledBuffer(BufferPool pool, int slot, nint address, long size) : base(address, size)
    {
        this.pool = pool;
        this.slot = slot;
    }

    /// <inheritdoc/>
    public override void Release()
    {
        nint address = Detach();
        if (address != 0)
            pool.Return(slot, address, Size);
        GC.KeepAlive(this);
    }
}
