namespace Tangent.Kernels;

/// <summary>
/// Keys or values of all heads, packed once for all queries: with the keys across the lanes, to multiply rows with each of them, or with the keys along the
/// depth, to add up their multiples, block by block.
/// </summary>
internal sealed unsafe class KeyPanels<T, TKernel, TStorage> : IKeyProducts<T>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    private readonly Buffer memory;
    private readonly AttentionShape shape;
    private readonly long sizeOfGroup;
    private readonly int step;
    private readonly int columns;

    private KeyPanels(AttentionShape shape, long sizeOfGroup, int step, int columns)
    {
        (this.shape, this.sizeOfGroup, this.step, this.columns) = (shape, sizeOfGroup, step, columns);
        memory = Buffer.Allocate(Math.Max(1, checked(shape.Groups * sizeOfGroup * sizeof(T))));
    }

    /// <summary>Keys across the lanes; of several arrays one after the other along the depth.</summary>
    public static KeyPanels<T, TKernel, TStorage> Across(AttentionShape shape, params AttentionRows<T, TStorage>[] parts)
    {
        int depth = 0;
        foreach (AttentionRows<T, TStorage> part in parts)
            depth += part.Columns;
        var panels = new KeyPanels<T, TKernel, TStorage>(shape, (long)Packer<T, TKernel, TStorage>.Padded(shape.Keys) * depth, depth, depth);
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
        var panels = new KeyPanels<T, TKernel, TStorage>(shape, (long)shape.Keys * padded, padded, rows.Columns);
        panels.Fill(shape, (group, key, count) => Packer<T, TKernel, TStorage>.PackY(rows.Matrix(group, key, count), panels.At(group, key), count, 0));
        return panels;
    }

    private T* At(int group, int key) => (T*)memory.Pointer + group * sizeOfGroup + (long)key * step;

    /// <inheritdoc/>
    public void Multiply(T* x, int rows, int group, int key, int count, T* scores, bool accumulate)
    {
        // The panels of a block are whole, whether a causal row sees all of it or not.
        int whole = (count + 2 * TKernel.Lanes - 1) / (2 * TKernel.Lanes) * (2 * TKernel.Lanes);
        new PanelProduct<T, TKernel>(Panels<T>.InPlace(x, step, 1), rows, step, Panels<T>.Packed(At(group, key), step))
            .Run(scores, KeyBlock.Length, Math.Min(whole, BlockLength(key)), accumulate);
    }

    /// <inheritdoc/>
    public void AddMultiples(T* weights, int rows, int group, int key, int count, T* sums, int stride) =>
        new PanelProduct<T, TKernel>(Panels<T>.InPlace(weights, KeyBlock.Length, 1), rows, count, Panels<T>.Packed(At(group, key), BlockLength(key)))
            .Run(sums, stride, columns, accumulate: true);

    public void Dispose() => memory.Release();

    private int BlockLength(int key) => Math.Min(KeyBlock.Length, shape.Keys - key);

    private void Fill(AttentionShape shape, Action<int, int, int> pack)
    {
        int blocks = (shape.Keys + KeyBlock.Length - 1) / KeyBlock.Length;
        Workers.For((long)shape.Groups * blocks, Math.Max(1, (1 << 18) / (KeyBlock.Length * Math.Max(1, step))), (start, end) =>
        {
            for (long item = start; item < end; item++)
            {
                (long group, long block) = Math.DivRem(item, blocks);
                int key = (int)block * KeyBlock.Length;
                pack((int)group, key, Math.Min(KeyBlock.Length, shape.Keys - key));
            }
        });
    }
}
