namespace Tangent.Kernels;

/// <summary>An update that meets a strided part of an array, element by element.</summary>
/// <param name="axes">The update (source), paired with the part (destination).</param>
internal sealed unsafe class PartUpdate(PairedAxes axes) : Updates
{
    /// <summary>Elements below which a second thread costs more than it saves.</summary>
    private const long Grain = 64 * 1024;

    /// <summary>Combines every element of <paramref name="part"/>, of any strides but without repetition, with that of an update of its shape and type.</summary>
    public static void Apply(ScatterMode mode, BufferView update, BufferView part)
    {
        Require.SameShape("SliceUpdate", "update", part.Layout.Shape, update.Layout.Shape);
        Require.SameDType("SliceUpdate", "update", part.DType, update.DType);
        if (part.Layout.Count > 0)
            new PartUpdate(PairedAxes.Of(part.Layout.Shape, update.Layout.Strides, part.Layout.Strides)).Run(mode, update, part);
        GC.KeepAlive(update);
        GC.KeepAlive(part);
    }

    /// <inheritdoc/>
    protected override void Run<T, TCombiner>(T* updates, T* output)
    {
        if (axes.Rank == 0)
        {
            *output = TCombiner.Combine(*output, *updates);
            return;
        }
        if (axes.Rank == 1 && axes.Count <= Grain)
        {
            CombinedRow<T, TCombiner>.Update(output, axes.DestinationStrides[0], updates, axes.SourceStrides[0], axes.Count);
            return;
        }
        RunParts<T, TCombiner>(updates, output);
    }

    // Apart, since a closure is made where its method begins.
    private void RunParts<T, TCombiner>(T* updates, T* output)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        long grain = Math.Max(1, Grain / (axes.Count / axes.Lengths[0]));
        Workers.For(axes.Lengths[0], grain, (start, end) =>
        {
            PairedAxes part = axes.Part(start, end);
            SliceUpdates.RunSlice<T, TCombiner>(
                part, part.Without(part.Rank - 1), updates + start * axes.SourceStrides[0], output + start * axes.DestinationStrides[0]);
        });
    }
}
