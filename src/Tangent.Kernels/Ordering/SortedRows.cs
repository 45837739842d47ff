using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Sorts dense rows of one element type.</summary>
/// <param name="keys">The order.</param>
/// <param name="length">Elements of a row.</param>
internal sealed unsafe class SortedRows<TBits>(SortKeys<TBits> keys, int length)
    where TBits : unmanaged, IBinaryInteger<TBits>, IMinMaxValue<TBits>
{
    /// <summary>Elements below which a second thread costs more than it saves.</summary>
    private const long Grain = 8 * 1024;

    /// <summary>Rows from this length on are sorted by their digits, shorter ones by comparison: each digit costs a pass over its 256 counts.</summary>
    private static int Radix => 64 * sizeof(TBits);

    /// <summary>Sorts each of <paramref name="count"/> rows in its place.</summary>
    public void Sort(TBits* rows, long count)
    {
        Workers.For(count, Math.Max(1, Grain / length), (start, end) =>
        {
            TBits[] scratch = length < Radix ? [] : GC.AllocateUninitializedArray<TBits>(length);
            for (; start < end; start++)
            {
                var row = new Span<TBits>(rows + start * length, length);
                keys.Encode(row, mergeZeros: false);
                if (length < Radix)
                    row.Sort();
                else
                    RadixSort<TBits>.Run(row, scratch, 0, sizeof(TBits));
                keys.Decode(row);
            }
        });
    }

    /// <summary>Writes the places that each row's elements have before they are sorted. The rows are overwritten.</summary>
    /// <remarks>Keys and places are packed in <typeparamref name="TPacked"/>, the key in front: places settle ties.</remarks>
    public void ArgSort<TPacked>(TBits* rows, long count, uint* places)
        where TPacked : unmanaged, IBinaryInteger<TPacked>
    {
        Workers.For(count, Math.Max(1, Grain / length), (start, end) =>
        {
            TPacked[] items = GC.AllocateUninitializedArray<TPacked>(length);
            TPacked[] scratch = length < Radix ? [] : GC.AllocateUninitializedArray<TPacked>(length);
            for (; start < end; start++)
                ArgSort(new Span<TBits>(rows + start * length, length), items, scratch, places + start * length);
        });
    }

    private void ArgSort<TPacked>(Span<TBits> row, TPacked[] items, TPacked[] scratch, uint* places)
        where TPacked : unmanaged, IBinaryInteger<TPacked>
    {
        keys.Encode(row, mergeZeros: true);
        for (int i = 0; i < length; i++)
            items[i] = (TPacked.CreateTruncating(row[i]) << 32) | TPacked.CreateTruncating(i);
        if (length < Radix)
            Array.Sort(items);
        else
            RadixSort<TPacked>.Run(items, scratch, sizeof(uint), sizeof(TBits));
        for (int i = 0; i < length; i++)
            places[i] = uint.CreateTruncating(items[i]);
    }
}
