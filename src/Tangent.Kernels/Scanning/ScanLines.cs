using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>The lines of one scan over a dense array, seen as [outer, length, inner] with the scanned axis in the middle.</summary>
internal sealed unsafe class ScanLines(long outer, long length, long inner, bool reverse, bool inclusive)
{
    /// <summary>Elements below which a second thread costs more than it saves.</summary>
    private const long Grain = 16 * 1024;

    /// <summary>Scans every line of <paramref name="x"/> into <paramref name="output"/>.</summary>
    public void Run<T, TCombiner>(T* x, T* output)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        if (inner == 1)
            Workers.For(outer, Math.Max(1, Grain / length), (start, end) =>
            {
                for (; start < end; start++)
                    ScanLine<T, TCombiner>(x + start * length, output + start * length);
            });
        else
            RunColumns<T, TCombiner>(x, output);
    }

    /// <summary>Threads share out the columns that one pass over the memory of a line of rows can take.</summary>
    private void RunColumns<T, TCombiner>(T* x, T* output)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        long size = length * inner;
        if (outer >= Workers.Count)
            Workers.For(outer, Math.Max(1, Grain / size), (start, end) =>
            {
                for (; start < end; start++)
                    ScanRows<T, TCombiner>(x + start * size, output + start * size, inner);
            });
        else
            for (long line = 0; line < outer; line++)
            {
                T* from = x + line * size;
                T* to = output + line * size;
                Workers.For(inner, Math.Max(64, Grain / length), (start, end) =>
                    ScanRows<T, TCombiner>(from + start, to + start, end - start));
            }
    }

    private void ScanLine<T, TCombiner>(T* x, T* output)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        long step = reverse ? -1 : 1, place = reverse ? length - 1 : 0;
        if (inclusive)
        {
            ScanNeighbours<T, TCombiner>(x + place, output + place, length, default, false);
            return;
        }
        output[place] = TCombiner.Identity;
        ScanNeighbours<T, TCombiner>(x + place, output + place + step, length - 1, TCombiner.Identity, true);
    }

    private void ScanNeighbours<T, TCombiner>(T* x, T* output, long count, T sum, bool hasSum)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        long step = reverse ? -1 : 1, i = 0;
        if (TCombiner.IsCheap && Vector128<T>.IsSupported)
            i = Vector512.IsHardwareAccelerated ? LaneScan<TCombiner, Lanes512<T>, T>.Run(x, output, count, reverse, ref sum, hasSum)
                : Vector256.IsHardwareAccelerated ? LaneScan<TCombiner, Lanes256<T>, T>.Run(x, output, count, reverse, ref sum, hasSum)
                : LaneScan<TCombiner, Lanes128<T>, T>.Run(x, output, count, reverse, ref sum, hasSum);
        for (; i < count; i++)
        {
            sum = i > 0 || hasSum ? TCombiner.Combine(sum, x[i * step]) : x[0];
            output[i * step] = sum;
        }
    }

    /// <summary>Each row is the one before it combined with one of the input.</summary>
    private void ScanRows<T, TCombiner>(T* x, T* output, long columns)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        long step = reverse ? -inner : inner, place = reverse ? (length - 1) * inner : 0;
        for (long column = 0; column < columns; column++)
            output[place + column] = inclusive ? x[place + column] : TCombiner.Identity;
        for (long i = 1; i < length; i++, place += step)
            CombinedRow<T, TCombiner>.Run(
                output + place, x + (inclusive ? place + step : place), output + place + step, columns);
    }
}
