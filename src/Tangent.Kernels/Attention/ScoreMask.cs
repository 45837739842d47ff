using System.Numerics;

namespace Tangent.Kernels;

/// <summary>What is added to scores, or where they count: [batch, heads, repeats, queries, keys] with any strides, of bool or of the scores' type.</summary>
internal readonly unsafe struct ScoreMask<T, TStorage>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TStorage : IStorage<T>
{
    private readonly bool isThere;
    private readonly bool isBool;
    private readonly AttentionRows<T, TStorage> rows;

    public ScoreMask(BufferView? view)
    {
        if (view is null)
            return;
        (isThere, isBool) = (true, view.DType == DType.Bool);
        rows = new(view, hasRepeats: true);
    }

    /// <summary>True if there is one.</summary>
    public bool IsThere => isThere;

    /// <summary>Adds it to the scores of a row, or sets those that do not count to -∞.</summary>
    public void Apply(int group, int row, int key, int count, T* scores)
    {
        if (isBool)
        {
            byte* flags = rows.At(group, row) + key * rows.ColumnStride;
            for (int i = 0; i < count; i++)
                if (flags[i * rows.ColumnStride] == 0)
                    scores[i] = T.NegativeInfinity;
            return;
        }
        if (rows.ColumnStride == 1 && TStorage.HoldsSums)
        {
            T* addends = (T*)rows.At(group, row) + key;
            for (int i = 0; i < count; i++)
                scores[i] += addends[i];
            return;
        }
        T* loaded = stackalloc T[KeyBlock.Length];
        TStorage.PackY(new StridedMatrix(rows.At(group, row) + key * rows.ColumnStride * TStorage.Size, 1, count, 0, rows.ColumnStride), count, loaded);
        for (int i = 0; i < count; i++)
            scores[i] += loaded[i];
    }
}
