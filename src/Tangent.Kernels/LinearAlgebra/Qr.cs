namespace Tangent.Kernels;

/// <summary>Q·R by Householder's reflections; the diagonal of R is real, with LAPACK's signs. Backward error n·ε·‖A‖ in every column.</summary>
internal static unsafe class Qr<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    /// <summary>Dense a [rows, columns] into q [rows, width] and r [width, columns].</summary>
    public static void Run(T* a, int rows, int columns, int width, T* q, T* r)
    {
        int steps = Math.Min(rows, columns);
        using var work = new Scratch<T>((long)rows * columns);
        using var taus = new Scratch<T>(steps);
        using var row = new Scratch<T>(Math.Max(columns, width));
        new Span<T>(a, checked(rows * columns)).CopyTo(new Span<T>(work.Pointer, rows * columns));
        for (int k = 0; k < steps; k++)
        {
            T* corner = work.Pointer + (long)k * columns + k;
            taus.Pointer[k] = Householder<T, TField>.Reflect(corner, columns, rows - k);
            Householder<T, TField>.Apply(corner, columns, TField.Conjugate(taus.Pointer[k]), corner + 1, columns, rows - k, columns - k - 1, row.Pointer);
        }
        new Span<T>(r, checked(width * columns)).Clear();
        for (int i = 0; i < Math.Min(width, rows); i++)
            for (int j = i; j < columns; j++)
                r[(long)i * columns + j] = work.Pointer[(long)i * columns + j];
        new Span<T>(q, checked(rows * width)).Clear();
        for (int i = 0; i < width; i++)
            q[(long)i * width + i] = TField.Make(1, 0);
        for (int k = steps - 1; k >= 0; k--)
            Householder<T, TField>.Apply(
                work.Pointer + (long)k * columns + k, columns, taus.Pointer[k], q + (long)k * width + k, width, rows - k, width - k, row.Pointer);
    }
}
