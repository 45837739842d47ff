namespace Tangent.Kernels;

/// <summary>
/// Q·R by Householder's reflections, blocks of them at a time; the diagonal of R is real, with LAPACK's signs. Backward error n·ε·‖A‖.
/// </summary>
internal static unsafe class Qr<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int BlockColumns = 32;

    /// <summary>Dense a [rows, columns] into q [rows, width] and r [width, columns].</summary>
    public static void Run(T* a, int rows, int columns, int width, T* q, T* r)
    {
        int steps = Math.Min(rows, columns);
        using var work = new Scratch<T>((long)rows * columns);
        using var taus = new Scratch<T>(steps);
        new Span<T>(a, checked(rows * columns)).CopyTo(new Span<T>(work.Pointer, rows * columns));
        Factor(work.Pointer, rows, columns, taus.Pointer);
        new Span<T>(r, checked(width * columns)).Clear();
        for (int i = 0; i < Math.Min(width, rows); i++)
            for (int j = i; j < columns; j++)
                r[(long)i * columns + j] = work.Pointer[(long)i * columns + j];
        Form(work.Pointer, rows, columns, taus.Pointer, width, q);
    }

    // R, and the vectors of the reflections below its diagonal.
    private static void Factor(T* a, int rows, int columns, T* taus)
    {
        int steps = Math.Min(rows, columns);
        for (int start = 0; start < steps; start += BlockColumns)
        {
            int end = Math.Min(steps, start + BlockColumns);
            T* first = a + (long)start * columns + start;
            FactorPanel(first, columns, rows - start, end - start, taus + start);
            if (end == columns)
                break;
            using var reflector = new BlockReflector<T, TField>(first, columns, rows - start, end - start, taus + start);
            reflector.Apply(first + end - start, columns, columns - end, true);
        }
    }

    // A few columns, copied to lie in one piece each.
    private static void FactorPanel(T* a, int stride, int rows, int count, T* taus)
    {
        using var copy = new Scratch<T>((long)rows * count);
        PanelTransposition<T>.Copy(a, stride, rows, count, rows, copy.Pointer);
        for (int k = 0; k < count; k++)
        {
            int height = rows - k;
            T* column = copy.Pointer + (long)k * rows + k;
            taus[k] = Householder<T, TField>.Reflect(column, 1, height);
            T diagonal = *column, factor = TField.Conjugate(taus[k]);
            *column = TField.Make(1, 0);
            for (int j = 1; j < count - k; j++)
            {
                T* other = column + (long)j * rows;
                T weight = TField.Multiply(factor, TField.ConjugateDot(column, other, height));
                TField.SubtractRows(other, column, 0, &weight, 1, height);
            }
            *column = diagonal;
        }
        PanelTransposition<T>.Copy(copy.Pointer, rows, count, rows, stride, a);
    }

    private static void Form(T* a, int rows, int columns, T* taus, int width, T* q)
    {
        int steps = Math.Min(rows, columns);
        new Span<T>(q, checked(rows * width)).Clear();
        for (int i = 0; i < width; i++)
            q[(long)i * width + i] = TField.Make(1, 0);
        for (int start = (steps - 1) / BlockColumns * BlockColumns; start >= 0; start -= BlockColumns)
        {
            int count = Math.Min(steps - start, BlockColumns);
            if (count <= 0)
                continue;
            using var reflector = new BlockReflector<T, TField>(a + (long)start * columns + start, columns, rows - start, count, taus + start);
            reflector.Apply(q + (long)start * width + start, width, width - start, false);
        }
    }
}
