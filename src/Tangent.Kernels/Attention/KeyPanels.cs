namespace Tangent.Kernels;

/// <summary>
/// Keys or values of all heads, packed once for all queries: with the keys across the lanes, to multiply rows with each of them, or with the keys along the
/// depth, to add up their multiples, block by block.
/// </summary>
internal sealed unsafe class KeyPanels<T, TKernel, TStorage> : IDisposable
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    /// <summary>Keys of a block, a multiple of every tile.</summary>
    public const int Block = 256;

    private readonly Buffer memory;
    private readonly AttentionShape shape;
    private readonly long sizeOfGroup;
    private readonly int step;

    private KeyPanels(AttentionShape shape, long sizeOfGroup, int step)
    {
        (this.shape, this.sizeOfGroup, this.step) = (shape, sizeOfGroup, step);
        memory = Buffer.Allocate(Math.Max(1, checked(shape.Groups * sizeOfGroup * sizeof(T))));
    }

    /// <summary>Keys across the lanes; of several arrays one after the other along the depth.</summary>
    public static KeyPanels<T, TKernel, TStorage> Across(AttentionShape shape, params AttentionRows<T, TStorage>[] parts)
    {
        int depth = 0;
        foreach (AttentionRows<T, TStorage> part in parts)
            depth += part.Columns;
        var panels = new KeyPanels<T, TKernel, TStorage>(shape, (long)Packer<T, TKernel, TStorage>.Padded(shape.Keys) * depth, depth);
        panels.Fill(shape, (group, key, count) =>
        {
            int first = 0;
            foreach (AttentionRows<T, TStorage> part in parts)
            {
                Packer<T, TKernel, TStorage>.PackY(part.Matrix(group, key, count).Transposed, panels.At(group, key), depth, first);
                first += part.Columns;
            }
        });
        return panels;
    }

    /// <summary>Keys along the depth.</summary>
    public static KeyPanels<T, TKernel, TStorage> Along(AttentionShape shape, AttentionRows<T, TStorage> rows)
    {
        int padded = Packer<T, TKernel, TStorage>.Padded(rows.Columns);
        var panels = new KeyPanels<T, TKernel, TStorage>(shape, (long)shape.Keys * padded, padded);
        panels.Fill(shape, (group, key, count) => Packer<T, TKernel, TStorage>.PackY(rows.Matrix(group, key, count), panels.At(group, key), count, 0));
        return panels;
    }

    /// <summary>The panels of a head from the first key of a block on.</summary>
    public T* At(int group, int key) => (T*)memory.Pointer + group * sizeOfGroup + (long)key * step;

    /// <summary>The panels of a block of keys along the depth; rows may take its first ones alone.</summary>
    public Panels<T> PanelsAlong(int group, int key) => Panels<T>.Packed(At(group, key), Math.Min(Block, shape.Keys - key));

    /// <summary>The columns to multiply with for the first <paramref name="count"/> keys of a block across the lanes: the block's panels are whole.</summary>
    public int ColumnsAcross(int key, int count) =>
        Math.Min((count + 2 * TKernel.Lanes - 1) / (2 * TKernel.Lanes) * (2 * TKernel.Lanes), Math.Min(Block, shape.Keys - key));

    public void Dispose() => memory.Release();

    private void Fill(AttentionShape shape, Action<int, int, int> pack)
    {
        int blocks = (shape.Keys + Block - 1) / Block;
        Workers.For((long)shape.Groups * blocks, Math.Max(1, (1 << 18) / (Block * Math.Max(1, step))), (start, end) =>
        {
            for (long item = start; item < end; item++)
            {
                (long group, long block) = Math.DivRem(item, blocks);
                int key = (int)block * Block;
                pack((int)group, key, Math.Min(Block, shape.Keys - key));
            }
        });
    }
}
