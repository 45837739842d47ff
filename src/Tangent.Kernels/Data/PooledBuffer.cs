namespace Tangent.Kernels;

/// <summary>A block of a <see cref="BufferPool"/>.</summary>
/// <remarks>
/// Each taking makes a new, small, finalisable object. Keeping these with the free blocks would save about 50 ns, but
/// they would grow old there, and then only a full collection would find a dropped one.
/// </remarks>
internal sealed class PooledBuffer : Buffer
{
    private readonly BufferPool pool;

    /// <summary>Owns the block at <paramref name="address"/> for <paramref name="pool"/>.</summary>
    public PooledBuffer(BufferPool pool, nint address, long size) : base(address, size) => this.pool = pool;

    /// <summary>The net for buffers that no plan gave back. The pool has no finaliser, so it can still be called here.</summary>
    ~PooledBuffer() => GiveBack();

    /// <inheritdoc/>
    public override void Release()
    {
        GiveBack();
        GC.SuppressFinalize(this);
    }

    private void GiveBack()
    {
        nint address = Detach();
        if (address != 0)
            pool.Return(address, Size);
    }
}
