using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>Collects slices of an array from places given by indices.</summary>
internal static unsafe class GatherExecutor
{
    /// <summary>Elements below which a second thread costs more than it saves.</summary>
    private const long Grain = 32 * 1024;

    /// <summary>
    /// Writes output[i, s] = source[start(i) + s], where start(i) is indices[j][i] on axis axes[j] and 0 on the others.
    /// </summary>
    /// <param name="source">Any strides.</param>
    /// <param name="indices">Integers of any type; they broadcast to one index shape.</param>
    /// <param name="axes">The axis of the source that each array of indices addresses.</param>
    /// <param name="sliceSizes">The length of a slice along each axis of the source.</param>
    /// <param name="output">Dense and row-major, of the index shape followed by <paramref name="sliceSizes"/>.</param>
    /// <param name="clamp">What an index out of range reads: the nearest slice within the source, or zeros.</param>
    /// <remarks>A negative index counts from the end. (MLX leaves an index that is still out of range undefined.)</remarks>
    public static void Run(
        BufferView source, BufferView[] indices, int[] axes, int[] sliceSizes, BufferView output, bool clamp = true)
    {
        const string name = "Gather";
        Require.SameDType(name, "output", source.DType, output.DType);
        Require.RowMajor(name, "output", output.Layout);
        int[] indexShape = output.Layout.Shape[..Math.Max(0, output.Layout.Shape.Length - sliceSizes.Length)];
        Require.SameShape(name, "output", [.. indexShape, .. sliceSizes], output.Layout.Shape);
        using var offsets = ElementOffsets.OfSlices(name, source.Layout, indices, axes, sliceSizes, indexShape, clamp);
        if (output.Layout.Count == 0)
            return;
        var slice = PairedAxes.Of(sliceSizes, source.Layout.Strides, Layout.RowMajorStrides(sliceSizes));
        ElementWidth.Dispatch(source.DType, new GatherAction(source, offsets, slice, output));
        GC.KeepAlive(source);
        GC.KeepAlive(output);
    }

    /// <summary>Collects single elements.</summary>
    internal static void RunElements<TBits>(TBits* source, ElementOffsets offsets, TBits* output)
        where TBits : unmanaged
    {
        ForEachChunk(offsets, output, 1, Grain, (places, start) =>
        {
            TBits* to = output + start;
            for (int k = 0; k < places.Length; k++)
                to[k] = source[places[k]];
        });
    }

    private delegate void Part(ReadOnlySpan<long> offsets, long start);

    /// <summary>Has slices of <paramref name="length"/> elements written in parallel; those of places out of range become zeros.</summary>
    private static void ForEachChunk<TBits>(ElementOffsets offsets, TBits* output, long length, long grain, Part part)
        where TBits : unmanaged
    {
        Workers.For(offsets.Count, Math.Max(1, grain), (start, end) =>
        {
            Span<long> places = stackalloc long[ElementOffsets.Chunk];
            for (; start < end; start += places.Length)
            {
                places = places[..(int)Math.Min(places.Length, end - start)];
                offsets.Read(start, places);
                if (offsets.Clamps)
                    part(places, start);
                else
                    FillOrClear(places, output + start * length, length, start, part);
            }
        });
    }

    /// <summary>Reads the first slice of the source, which is there, for every place out of range, and then clears it.</summary>
    private static void FillOrClear<TBits>(Span<long> places, TBits* output, long length, long start, Part part)
        where TBits : unmanaged
    {
        Span<bool> outside = stackalloc bool[places.Length];
        for (int k = 0; k < places.Length; k++)
        {
            outside[k] = IndexedAxis.IsOutOfRange(places[k]);
            places[k] = outside[k] ? 0 : places[k];
        }
        part(places, start);
        for (int k = 0; k < places.Length; k++)
            if (outside[k])
                NativeMemory.Clear(output + k * length, (nuint)(length * sizeof(TBits)));
    }

    private readonly struct GatherAction(BufferView source, ElementOffsets offsets, PairedAxes slice, BufferView output) : IWidthAction
    {
        public void Run<TBits>() where TBits : unmanaged
        {
            var from = (TBits*)source.Pointer;
            var to = (TBits*)output.Pointer;
            if (slice.Rank == 0)
                RunElements(from, offsets, to);
            else if (slice.Rank == 1 && slice.SourceStrides[0] == 1)
                RunRuns(from, offsets, slice.Count, to);
            else if (slice.Rank == 1)
                RunStrided(from, offsets, slice.Count, slice.SourceStrides[0], to);
            else
                RunSlices(from, offsets, slice, to);
        }

        private static void RunRuns<TBits>(TBits* source, ElementOffsets offsets, long length, TBits* output)
            where TBits : unmanaged
        {
            long size = length * sizeof(TBits);
            bool streams = size >= Streaming.LineBytes && Streaming.IsWorthwhile(2 * offsets.Count * size);
            ForEachChunk(offsets, output, length, Grain / length, (places, start) =>
            {
                for (int k = 0; k < places.Length; k++)
                {
                    var from = (byte*)(source + places[k]);
                    var to = (byte*)(output + (start + k) * length);
                    if (streams)
                        StreamingCopy.Run(from, to, size);
                    else
                        NativeMemory.Copy(from, to, (nuint)size);
                }
                Streaming.Finish();
            });
        }

        /// <summary>Takes one element of each slice before the next of any, since these are likely neighbours in the source.</summary>
        private static void RunStrided<TBits>(TBits* source, ElementOffsets offsets, long length, long stride, TBits* output)
            where TBits : unmanaged
        {
            const int most = 16;
            ForEachChunk(offsets, output, length, Grain / length, (places, start) =>
            {
                for (int first = 0; first < places.Length; first += most)
                {
                    var block = places.Slice(first, Math.Min(most, places.Length - first));
                    TBits* to = output + (start + first) * length;
                    for (long i = 0; i < length; i++)
                        for (int k = 0; k < block.Length; k++)
                            to[k * length + i] = source[block[k] + i * stride];
                }
            });
        }

        private static void RunSlices<TBits>(TBits* source, ElementOffsets offsets, PairedAxes slice, TBits* output)
            where TBits : unmanaged
        {
            long grain = offsets.Count < Workers.Count ? offsets.Count : Grain / slice.Count;
            var copy = new StridedCopy<TBits>(slice, grain == offsets.Count ? Grain : long.MaxValue, streams: false);
            ForEachChunk(offsets, output, slice.Count, grain, (places, start) =>
            {
                for (int k = 0; k < places.Length; k++)
                    copy.Run(source + places[k], output + (start + k) * slice.Count);
            });
        }
    }
}
