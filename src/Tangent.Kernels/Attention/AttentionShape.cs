namespace Tangent.Kernels;

/// <summary>The sizes of an attention, whose heads are counted through with the batch, and whose rows are the queries of all repeats of a head.</summary>
internal readonly record struct AttentionShape(int Batch, int Heads, int Repeats, int Queries, int Keys, int Depth, int Width, bool IsCausal)
{
    /// <summary>Heads of all examples.</summary>
    public int Groups => Batch * Heads;

    /// <summary>Queries of a head.</summary>
    public int Rows => Repeats * Queries;

    /// <summary>The keys that some rows see together are fewer than this.</summary>
    public int KeysSeen(int firstRow, int rows)
    {
        if (!IsCausal)
            return Keys;
        int last = firstRow / Queries == (firstRow + rows - 1) / Queries ? (firstRow + rows - 1) % Queries : Queries - 1;
        return KeysSeen(last);
    }

    /// <summary>The keys that a row sees.</summary>
    public int KeysSeenBy(int row) => IsCausal ? KeysSeen(row % Queries) : Keys;

    private int KeysSeen(int query) => Math.Clamp(query + 1 + Keys - Queries, 0, Keys);

    /// <summary>The sizes, after the shapes have been checked.</summary>
    public static AttentionShape Of(BufferView queries, BufferView keys, BufferView values, bool isCausal)
    {
        int[] q = queries.Layout.Shape, k = keys.Layout.Shape, v = values.Layout.Shape;
        if (q.Length != 5 || k.Length != 4 || v.Length != 4 || q[0] != k[0] || q[1] != k[1] || q[4] != k[3] || !k.AsSpan(0, 3).SequenceEqual(v.AsSpan(0, 3)))
            throw new ArgumentException($"Attention: queries [{string.Join(",", q)}], keys [{string.Join(",", k)}] and values [{string.Join(",", v)}] do not fit each other.");
        return new(q[0], q[1], q[2], q[3], k[2], q[4], v[3], isCausal);
    }
}
