using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Folds what lies in each window. Lanes are channels, and where the window moves by single places neighbouring pixels too; what remains is
/// done by a register that overlaps the one before or, if there is none, one by one.
/// </summary>
internal sealed unsafe class WindowPooling<F, T, V>(PoolShape shape, PoolOperand x, PoolOperand y, T size)
    where F : struct, IWindowFold<T>
    where T : unmanaged
    where V : unmanaged, ILanes<V, T>
{
    private readonly long channels = y.Channels;
    private readonly bool joins = shape.Row.Stride == 1 && x.Pixel == y.Channels;

    /// <summary>Runs all parts.</summary>
    public void Run() => Workers.For(shape.Parts, shape.Grain, (start, end) =>
    {
        for (long index = start; index < end; index++)
            RunPart(shape.PartAt(index));
    });

    private void RunPart(in PoolPart part)
    {
        T** rows = (T**)PoolScratch.Current.Rows.Take<nint>(shape.RowsOfWindow);
        T* source = (T*)x.Example(part.Example), target = (T*)y.Example(part.Example);
        var walk = new WindowWalk(shape, part, stackalloc int[shape.Axes.Length]);
        while (walk.MoveNext())
        {
            int count = walk.Rows(x, source, false, rows);
            T* row = walk.Row(y, target);
            for (int u = walk.FirstOutput; u < walk.EndOutput;)
            {
                (int first, int end) = shape.Row.Taps(u, 0, shape.Row.Input);
                int together = joins ? Math.Clamp(shape.Row.Whole(u, 0, shape.Row.Input), 1, walk.EndOutput - u) : 1;
                RunTile(rows, count, (shape.Row.Start(u) + first) * x.Pixel, end - first, together * channels, row + u * channels);
                u += together;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunTile(T** rows, int count, long offset, int taps, long length, T* target)
    {
        nint pixel = (nint)x.Pixel;
        V divisor = V.Broadcast(size);
        long i = 0;
        for (; i <= length - 4 * V.Count; i += 4 * V.Count)
        {
            V a = V.Broadcast(F.Identity), b = a, c = a, d = a;
            for (int row = 0; row < count; row++)
            {
                T* source = rows[row] + offset + i;
                for (int tap = 0; tap < taps; tap++, source += pixel)
                {
                    a = F.Combine(a, V.Load(source));
                    b = F.Combine(b, V.Load(source + V.Count));
                    c = F.Combine(c, V.Load(source + 2 * V.Count));
                    d = F.Combine(d, V.Load(source + 3 * V.Count));
                }
            }
            V.Store(F.Finish(a, divisor), target + i);
            V.Store(F.Finish(b, divisor), target + i + V.Count);
            V.Store(F.Finish(c, divisor), target + i + 2 * V.Count);
            V.Store(F.Finish(d, divisor), target + i + 3 * V.Count);
        }
        for (; i < length && length >= V.Count; i += V.Count)
        {
            i = Math.Min(i, length - V.Count);
            V a = V.Broadcast(F.Identity);
            for (int row = 0; row < count; row++)
            {
                T* source = rows[row] + offset + i;
                for (int tap = 0; tap < taps; tap++, source += pixel)
                    a = F.Combine(a, V.Load(source));
            }
            V.Store(F.Finish(a, divisor), target + i);
        }
        for (; i < length; i++)
        {
            Lanes128<T> a = Lanes128<T>.Broadcast(F.Identity);
            for (int row = 0; row < count; row++)
            {
                T* source = rows[row] + offset + i;
                for (int tap = 0; tap < taps; tap++, source += pixel)
                    a = F.Combine(a, Lanes128<T>.Broadcast(*source));
            }
            target[i] = Lanes128<T>.Get(F.Finish(a, Lanes128<T>.Broadcast(size)), 0);
        }
    }
}
