namespace Tangent.Kernels;

/// <summary>The lines of one recurrence over dense arrays, seen as [outer, length, inner] with its axis in the middle.</summary>
internal sealed unsafe class RecurrenceLines(long outer, long length, long inner, bool reverse)
{
    /// <summary>Elements below which a second thread costs more than it saves.</summary>
    private const long Grain = 16 * 1024;

    /// <summary>Runs along every line. Threads share out the lines, or the columns where there are few lines.</summary>
    public void Run<T, TFactor, TRecurrence>(TFactor* factors, T* terms, T* output)
        where T : unmanaged
        where TFactor : unmanaged
        where TRecurrence : struct, IRecurrence<T, TFactor>
    {
        long size = length * inner;
        if (outer >= Workers.Count)
            Workers.For(outer, Math.Max(1, Grain / size), (start, end) =>
            {
                for (long line = start; line < end; line++)
                    RunColumns<T, TFactor, TRecurrence>(factors, terms, output, line * size, inner);
            });
        else
            for (long line = 0; line < outer; line++)
            {
                long first = line * size;
                Workers.For(inner, Math.Max(64, Grain / length), (start, end) =>
                    RunColumns<T, TFactor, TRecurrence>(factors, terms, output, first + start, end - start));
            }
    }

    /// <summary>Goes along the axis row by row, so that memory is read in order.</summary>
    private void RunColumns<T, TFactor, TRecurrence>(TFactor* factors, T* terms, T* output, long first, long columns)
        where T : unmanaged
        where TFactor : unmanaged
        where TRecurrence : struct, IRecurrence<T, TFactor>
    {
        long step = reverse ? -inner : inner;
        long row = first + (reverse ? (length - 1) * inner : 0);
        for (long column = 0; column < columns; column++)
            output[row + column] = terms[row + column];
        for (long i = 1; i < length; i++)
        {
            row += step;
            for (long place = row; place < row + columns; place++)
                output[place] = TRecurrence.Next(factors[place], output[place - step], terms[place]);
        }
    }
}
