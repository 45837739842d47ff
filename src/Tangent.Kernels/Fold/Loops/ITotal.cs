namespace Tangent.Kernels;

/// <summary>Holds what blocks of elements of type <typeparamref name="T"/> were reduced to, maybe more precisely.</summary>
internal interface ITotal<TSelf, T>
    where TSelf : unmanaged, ITotal<TSelf, T>
    where T : unmanaged
{
    /// <summary>The total of nothing.</summary>
    static abstract TSelf Identity { get; }

    /// <summary>With the result of one more block.</summary>
    static abstract TSelf Add(TSelf total, T block);

    /// <summary>Adds a block's result to each of many totals.</summary>
    static virtual unsafe void AddEach(TSelf* totals, T* blocks, long count)
    {
        for (long i = 0; i < count; i++)
            totals[i] = TSelf.Add(totals[i], blocks[i]);
    }

    /// <summary>Of two totals.</summary>
    static abstract TSelf Merge(TSelf x, TSelf y);

    /// <summary>Rounded to the elements' type.</summary>
    static abstract T Value(TSelf total);
}
