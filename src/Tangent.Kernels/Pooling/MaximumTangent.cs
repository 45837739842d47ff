using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The mean of a tangent over the elements of each window that are its largest; NaN where that is. Lanes and what remains as in <see cref="WindowPooling{F, T, V}"/>.
/// </summary>
internal sealed unsafe class MaximumTangent<T, V>(PoolShape shape, PoolOperand dx, PoolOperand x, PoolOperand y, PoolOperand dy, T one)
    where T : unmanaged
    where V : unmanaged, ILanes<V, T>
{
    private readonly long channels = dy.Channels;
    private readonly bool joins = shape.Row.Stride == 1 && dx.Pixel == dy.Channels && x.Pixel == dy.Channels && y.Pixel == dy.Channels;

    /// <summary>Runs all parts.</summary>
    public void Run() => Workers.For(shape.Parts, shape.Grain, (start, end) =>
    {
        for (long index = start; index < end; index++)
            RunPart(shape.PartAt(index));
    });

    private void RunPart(in PoolPart part)
    {
        T** rows = (T**)PoolScratch.Current.Rows.Take<nint>(shape.RowsOfWindow), tangents = (T**)PoolScratch.Current.OtherRows.Take<nint>(shape.RowsOfWindow);
        T* source = (T*)x.Example(part.Example), tangent = (T*)dx.Example(part.Example), largest = (T*)y.Example(part.Example), target = (T*)dy.Example(part.Example);
        var walk = new WindowWalk(shape, part, stackalloc int[shape.Axes.Length]);
        while (walk.MoveNext())
        {
            int count = walk.Rows(x, source, false, rows);
            walk.Rows(dx, tangent, false, tangents);
            T* rowOfY = walk.Row(y, largest), row = walk.Row(dy, target);
            for (int u = walk.FirstOutput; u < walk.EndOutput;)
            {
                (int first, int end) = shape.Row.Taps(u, 0, shape.Row.Input);
                int together = joins ? Math.Clamp(shape.Row.Whole(u, 0, shape.Row.Input), 1, walk.EndOutput - u) : 1;
                RunTile(rows, tangents, count, shape.Row.Start(u) + first, end - first, together * channels, rowOfY + u * y.Pixel, row + u * channels);
                u += together;
            }
        }
    }

    private void RunTile(T** rows, T** tangents, int count, long place, int taps, long length, T* largest, T* target)
    {
        long i = 0;
        for (; i < length && length >= V.Count; i += V.Count)
        {
            i = Math.Min(i, length - V.Count);
            V.Store(Mean(rows, tangents, count, place, taps, i, V.Load(largest + i)), target + i);
        }
        for (; i < length; i++)
            target[i] = Lanes128<T>.Get(MeanOfOne(rows, tangents, count, place, taps, i, largest[i]), 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private V Mean(T** rows, T** tangents, int count, long place, int taps, long i, V largest)
    {
        V number = V.Broadcast(default), sum = number, unit = V.Broadcast(one);
        for (int row = 0; row < count; row++)
        {
            T* source = rows[row] + place * x.Pixel + i, tangent = tangents[row] + place * dx.Pixel + i;
            for (int tap = 0; tap < taps; tap++, source += x.Pixel, tangent += dx.Pixel)
            {
                V wins = ~V.Less(V.Load(source), largest);
                number += wins & unit;
                sum += wins & V.Load(tangent);
            }
        }
        return WindowShare.Of<V, T>(sum, number, unit, largest);
    }

    private Lanes128<T> MeanOfOne(T** rows, T** tangents, int count, long place, int taps, long i, T value)
    {
        Lanes128<T> number = Lanes128<T>.Broadcast(default), sum = number, unit = Lanes128<T>.Broadcast(one), largest = Lanes128<T>.Broadcast(value);
        for (int row = 0; row < count; row++)
            for (int tap = 0; tap < taps; tap++)
            {
                Lanes128<T> wins = ~Lanes128<T>.Less(Lanes128<T>.Broadcast(rows[row][(place + tap) * x.Pixel + i]), largest);
                number += wins & unit;
                sum += wins & Lanes128<T>.Broadcast(tangents[row][(place + tap) * dx.Pixel + i]);
            }
        return WindowShare.Of<Lanes128<T>, T>(sum, number, unit, largest);
    }
}
