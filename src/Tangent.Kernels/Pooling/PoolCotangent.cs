using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// Adds up each element's shares of the cotangents of the windows that it is in, from the first to the last. A part is a range of the input: of a row
/// of windows, first the shares are computed, and then added to the rows of the part. Lanes as in <see cref="WindowPooling{F, T, V}"/>; what remains goes one by one.
/// </summary>
internal sealed unsafe class PoolCotangent<TRule, T, V>(PoolShape shape, PoolOperand ct, PoolOperand? x, PoolOperand? y, PoolOperand output, T size, T one)
    where TRule : struct, IPoolCotangent
    where T : unmanaged
    where V : unmanaged, ILanes<V, T>
{
    private readonly long channels = output.Channels;
    private readonly bool joins = shape.Row.Stride == 1 && ct.Pixel == output.Channels && (!TRule.Chooses || (x!.Pixel == output.Channels && y!.Pixel == output.Channels));

    /// <summary>Runs all parts.</summary>
    public void Run() => Workers.For(shape.Parts, shape.Grain, (start, end) =>
    {
        for (long index = start; index < end; index++)
            RunPart(shape.PartAt(index));
    });

    private void RunPart(in PoolPart part)
    {
        T* target = (T*)output.Example(part.Example);
        long slice = shape.Slice / shape.Channels * channels;
        NativeMemory.Clear(target + part.FirstPlace * slice, (nuint)((part.EndPlace - part.FirstPlace) * slice * sizeof(T)));
        T** rows = (T**)PoolScratch.Current.Rows.Take<nint>(shape.RowsOfWindow), targets = (T**)PoolScratch.Current.OtherRows.Take<nint>(shape.RowsOfWindow);
        T* cotangent = (T*)ct.Example(part.Example), source = TRule.Chooses ? (T*)x!.Example(part.Example) : null, largest = TRule.Chooses ? (T*)y!.Example(part.Example) : null;
        T* shares = PoolScratch.Current.Shares.Take<T>(shape.Row.Outputs * channels);
        var walk = new WindowWalk(shape, part, stackalloc int[shape.Axes.Length]);
        while (walk.MoveNext())
        {
            T* rowOfY = null;
            if (TRule.Chooses)
            {
                rowOfY = walk.Row(y!, largest);
                int all = walk.Rows(x!, source, false, rows);
                FindShares(walk, rows, all, walk.Row(ct, cotangent), rowOfY, shares);
                walk.Rows(x!, source, true, rows);
            }
            else
                FindShares(walk, null, 0, walk.Row(ct, cotangent), null, shares);
            AddShares(walk, rows, targets, walk.Rows(output, target, true, targets), rowOfY, shares);
        }
    }

    private void FindShares(in WindowWalk walk, T** rows, int count, T* cotangents, T* largest, T* shares)
    {
        for (int u = walk.FirstOutput; u < walk.EndOutput;)
        {
            (int first, int end) = shape.Row.Taps(u, 0, shape.Row.Input);
            int together = joins ? Math.Clamp(shape.Row.Whole(u, 0, shape.Row.Input), 1, walk.EndOutput - u) : 1;
            long length = together * channels, i = 0;
            T* from = cotangents + u * ct.Pixel, to = shares + u * channels;
            T* top = TRule.Chooses ? largest + u * y!.Pixel : null;
            long offset = TRule.Chooses ? (shape.Row.Start(u) + first) * x!.Pixel : 0;
            for (; i <= length - V.Count; i += V.Count)
                V.Store(Share(V.Load(from + i), TRule.Chooses ? V.Load(top + i) : default, rows, count, offset + i, end - first), to + i);
            for (; i < length; i++)
                to[i] = Lanes128<T>.Get(ShareOfOne(from[i], TRule.Chooses ? top[i] : default, rows, count, offset + i, end - first), 0);
            u += together;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private V Share(V cotangent, V largest, T** rows, int count, long offset, int taps)
    {
        if (!TRule.Chooses)
            return cotangent / V.Broadcast(size);
        nint pixel = (nint)x!.Pixel;
        V number = V.Broadcast(default), unit = V.Broadcast(one);
        for (int row = 0; row < count; row++)
        {
            T* source = rows[row] + offset;
            for (int tap = 0; tap < taps; tap++, source += pixel)
                number += ~V.Less(V.Load(source), largest) & unit;
        }
        return WindowShare.Of<V, T>(cotangent, number, unit, largest);
    }

    private Lanes128<T> ShareOfOne(T cotangent, T value, T** rows, int count, long offset, int taps)
    {
        if (!TRule.Chooses)
            return Lanes128<T>.Broadcast(cotangent) / Lanes128<T>.Broadcast(size);
        Lanes128<T> number = Lanes128<T>.Broadcast(default), unit = Lanes128<T>.Broadcast(one), largest = Lanes128<T>.Broadcast(value);
        for (int row = 0; row < count; row++)
            for (int tap = 0; tap < taps; tap++)
                number += ~Lanes128<T>.Less(Lanes128<T>.Broadcast(rows[row][offset + tap * x!.Pixel]), largest) & unit;
        return WindowShare.Of<Lanes128<T>, T>(Lanes128<T>.Broadcast(cotangent), number, unit, largest);
    }

    private void AddShares(in WindowWalk walk, T** rows, T** targets, int count, T* largest, T* shares)
    {
        for (int u = walk.FirstOutput; u < walk.EndOutput;)
        {
            (int first, int end) = shape.Row.Taps(u, walk.FirstPlace, walk.EndPlace);
            int together = joins ? Math.Clamp(shape.Row.Whole(u, walk.FirstPlace, walk.EndPlace), 1, walk.EndOutput - u) : 1;
            T* top = TRule.Chooses ? largest + u * y!.Pixel : null;
            AddTile(rows, targets, count, shape.Row.Start(u) + first, end - first, together * channels, top, shares + u * channels);
            u += together;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTile(T** rows, T** targets, int count, long place, int taps, long length, T* largest, T* shares)
    {
        nint pixel = TRule.Chooses ? (nint)x!.Pixel : 0, step = (nint)channels;
        for (int row = 0; row < count; row++)
        {
            T* source = TRule.Chooses ? rows[row] + place * pixel : null;
            T* target = targets[row] + place * step;
            long i = 0;
            for (; i <= length - V.Count; i += V.Count)
            {
                V share = V.Load(shares + i), top = TRule.Chooses ? V.Load(largest + i) : default;
                T* from = source + i, to = target + i;
                for (int tap = 0; tap < taps; tap++, from += pixel, to += step)
                    V.Store(V.Load(to) + (TRule.Chooses ? ~V.Less(V.Load(from), top) & share : share), to);
            }
            for (; i < length; i++)
                for (int tap = 0; tap < taps; tap++)
                    AddOne(TRule.Chooses ? source + i + tap * pixel : null, TRule.Chooses ? largest + i : null, shares + i, target + i + tap * step);
        }
    }

    private static void AddOne(T* source, T* largest, T* share, T* target)
    {
        Lanes128<T> part = Lanes128<T>.Broadcast(*share);
        if (TRule.Chooses)
            part = ~Lanes128<T>.Less(Lanes128<T>.Broadcast(*source), Lanes128<T>.Broadcast(*largest)) & part;
        *target = Lanes128<T>.Get(Lanes128<T>.Broadcast(*target) + part, 0);
    }
}
