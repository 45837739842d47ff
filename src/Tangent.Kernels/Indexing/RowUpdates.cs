using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// Updates of whole rows, put in the order of the blocks of the output that they fall into. A thread takes one block after the
/// other: copies it from the source, and applies its updates while it lies in the cache.
/// </summary>
internal sealed unsafe class RowUpdates : Updates, IDisposable
{
    // Measured with rows of 1 KB on two threads: 2.5 ms, where a copy of all first takes 3.0.
    private const long BlockBytes = 128 * 1024;

    // Shorter ones are cheaper to apply than to put in order.
    private const long FewestRowBytes = 64;

    // Which updates follow each other, the processor does not foresee.
    private const int UpdatesAhead = 2;
    private const int MostLinesAhead = 32;

    private readonly BufferView source;
    private readonly BufferView output;
    private readonly PairedAxes slice;
    private readonly long blockLength;
    private readonly Buffer places;

    // Where the updates of each block begin, and the last one's end.
    private readonly long[] starts;

    private RowUpdates(ElementOffsets offsets, PairedAxes positions, PairedAxes slice, BufferView source, BufferView output, long blockLength)
    {
        this.source = source;
        this.output = output;
        this.slice = slice;
        this.blockLength = blockLength;
        starts = new long[BlocksOf(output, blockLength) + 2];
        places = Buffer.Allocate(offsets.Count * sizeof(Place));
        Buffer unordered = Buffer.Allocate(offsets.Count * sizeof(Place));
        Sort((Place*)unordered.Pointer, Read(offsets, positions, (Place*)unordered.Pointer));
        unordered.Release();
    }

    /// <summary>The updates in order, if each is a row of the output, they are long, and there is work for several blocks; else null.</summary>
    /// <param name="offsets">Where in the output each update starts.</param>
    /// <param name="positions">The index shape, paired with the places of the updates.</param>
    /// <param name="slice">One update (source), paired with its places in the output (destination).</param>
    /// <param name="source">What the output is made of.</param>
    /// <param name="output">Dense and row-major.</param>
    /// <param name="axes">The axes that indices address.</param>
    public static RowUpdates? Of(
        ElementOffsets offsets, PairedAxes positions, PairedAxes slice, BufferView source, BufferView output, int[] axes)
    {
        long rowBytes = slice.Count * output.DType.Size;
        if (rowBytes < FewestRowBytes || offsets.Count * rowBytes < 2 * BlockBytes)
            return null;
        bool areRows = slice.Rank == 1 && slice.DestinationStrides[0] == 1
            && Array.TrueForAll(axes, axis => output.Layout.Strides[axis] % slice.Count == 0);
        long blockLength = Math.Max(1, BlockBytes / rowBytes) * slice.Count;
        return areRows && BlocksOf(output, blockLength) > 1 ? new(offsets, positions, slice, source, output, blockLength) : null;
    }

    /// <inheritdoc/>
    protected override void Run<T, TCombiner>(T* updates, T* output)
    {
        bool copies = source.Layout.IsRowMajor;
        if (!copies)
            CopyExecutor.Run(source, this.output, isReadAtOnce: true);
        Workers.For(starts.Length - 2, 1, (start, end) =>
        {
            for (long block = start; block < end; block++)
            {
                if (copies)
                    CopyBlock((T*)source.Pointer, output, block);
                UpdateBlock<T, TCombiner>(updates, output, block);
            }
        });
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => places.Release();

    private void CopyBlock<T>(T* source, T* output, long block)
        where T : unmanaged
    {
        long first = block * blockLength;
        long count = Math.Min(blockLength, this.output.Layout.Count - first);
        if (source != output)
            NativeMemory.Copy(source + first, output + first, (nuint)(count * sizeof(T)));
    }

    private void UpdateBlock<T, TCombiner>(T* updates, T* output, long block)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        var end = (Place*)places.Pointer + starts[block + 1];
        for (var place = (Place*)places.Pointer + starts[block]; place < end; place++)
        {
            if (place + UpdatesAhead < end)
                Prefetch.BringClose(updates + place[UpdatesAhead].Source, 64 / sizeof(T), (int)Math.Min(slice.Count * sizeof(T) / 64, MostLinesAhead));
            CombinedRow<T, TCombiner>.Update(output + place->Destination, 1, updates + place->Source, slice.InnerSourceStride, slice.Count);
        }
    }

    private static long BlocksOf(BufferView output, long blockLength) => (output.Layout.Count + blockLength - 1) / blockLength;

    // By counting. While updates are put in their places, an entry is where the next of the block before goes, and in the end
    // where its own begin.
    private void Sort(Place* unordered, long count)
    {
        for (long i = 0; i < count; i++)
            starts[unordered[i].Destination / blockLength + 2]++;
        for (int block = 2; block < starts.Length; block++)
            starts[block] += starts[block - 1];
        var ordered = (Place*)places.Pointer;
        for (long i = 0; i < count; i++)
            ordered[starts[unordered[i].Destination / blockLength + 1]++] = unordered[i];
    }

    // Returns how many there are: those out of range are left out.
    private static long Read(ElementOffsets offsets, PairedAxes positions, Place* places)
    {
        Span<long> destinations = stackalloc long[ElementOffsets.Chunk];
        var walk = new PairedWalk(positions, 0, stackalloc long[positions.Rank]);
        long count = 0;
        for (long start = 0; start < offsets.Count; start += destinations.Length)
        {
            destinations = destinations[..(int)Math.Min(destinations.Length, offsets.Count - start)];
            offsets.Read(start, destinations);
            foreach (long destination in destinations)
            {
                if (!IndexedAxis.IsOutOfRange(destination))
                    places[count++] = new(walk.Source, destination);
                walk.Next();
            }
        }
        return count;
    }

    // Where an update lies, and where in the output it goes, in elements.
    private readonly record struct Place(long Source, long Destination);
}
