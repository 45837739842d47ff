using System.Runtime.Intrinsics;

namespace Tangent.Kernels.Tests.Fold;

/// <summary>Sums of float32 grouped as <see cref="FoldGrouping"/> says, one addition after the other.</summary>
internal static class GroupedSums
{
    private static readonly int Lanes = Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    /// <summary>The sums of row-major elements over some axes.</summary>
    public static float[] Of(float[] x, int[] shape, int[] axes)
    {
        int[] some = [.. Enumerable.Range(0, shape.Length).Where(axis => shape[axis] > 1)];
        int[] reduced = [.. some.Intersect(axes)], kept = [.. some.Except(axes)];
        int last = reduced.Length == 0 ? -1 : reduced[^1];
        int[] row = [.. reduced.Where(axis => !kept.Any(other => other > axis && other < last))];
        int behind = kept.Where(axis => axis > last).Aggregate(1, (product, axis) => product * shape[axis]);
        int length = row.Aggregate(1, (product, axis) => product * shape[axis]);
        bool areRows = row.Length > 0 && length >= 32 && behind < 64;
        length = 1;
        for (int i = row.Length - 1; i >= 0 && (length == 1 || length < 512); i--)
            length *= shape[row[i]];
        int keptCount = kept.Aggregate(1, (product, axis) => product * shape[axis]);
        return [.. Groups(x, shape, reduced, kept).Select(elements => areRows ? Rows(elements, length) : Columns(elements, keptCount))];
    }

    private static IEnumerable<float[]> Groups(float[] x, int[] shape, int[] reduced, int[] kept) =>
        Offsets(shape, kept).Select(start => Offsets(shape, reduced).Select(offset => x[start + offset]).ToArray());

    // In row-major order of some axes.
    private static List<int> Offsets(int[] shape, int[] axes)
    {
        List<int> offsets = [0];
        foreach (int axis in axes)
        {
            int stride = shape[(axis + 1)..].Aggregate(1, (a, b) => a * b);
            offsets = [.. offsets.SelectMany(offset => Enumerable.Range(0, shape[axis]).Select(i => offset + i * stride))];
        }
        return offsets;
    }

    private static float Rows(float[] elements, int length)
    {
        double total = 0;
        foreach (float[] row in elements.Chunk(length))
            foreach (float[] block in row.Chunk(2048))
                total += Block(block);
        return (float)total;
    }

    private static float Block(float[] block)
    {
        int turns = block.Length / (4 * Lanes) * 4 * Lanes, vectors = block.Length / Lanes * Lanes;
        var sums = new float[4 * Lanes];
        for (int i = 0; i < vectors; i++)
            sums[i < turns ? i % (4 * Lanes) : i % Lanes] += block[i];
        float[] lanes = [.. Enumerable.Range(0, Lanes).Select(i => sums[i] + sums[i + Lanes] + (sums[i + 2 * Lanes] + sums[i + 3 * Lanes]))];
        for (; lanes.Length > 1; lanes = [.. lanes.Take(lanes.Length / 2).Zip(lanes.Skip(lanes.Length / 2), (a, b) => a + b)])
        {
        }
        return block.Skip(vectors).Aggregate(lanes[0], (sum, element) => sum + element);
    }

    private static float Columns(float[] elements, int columns)
    {
        int segment = Math.Max(256 * 1024 / Math.Min(columns, 2048), (elements.Length + 63) / 64);
        double sum = 0;
        foreach (float[] part in elements.Chunk((segment + 127) / 128 * 128))
        {
            double total = 0;
            foreach (float[] block in part.Chunk(128))
                total += block.Aggregate((sum, element) => sum + element);
            sum += total;
        }
        return (float)sum;
    }
}
