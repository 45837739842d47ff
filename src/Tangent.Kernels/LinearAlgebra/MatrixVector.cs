using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Products of a matrix in padded memory with vectors, at the speed at which it can be read. Its rows are <see cref="Stride"/> apart, zeros
/// behind each and rows of zeros behind the last; columns are counted from its first, so that whole vectors are read in place.
/// A complex matrix is read as a real one, with two vectors for each.
/// </summary>
internal readonly unsafe ref struct MatrixVector<T, TField, TReal> : IDisposable
    where T : unmanaged
    where TField : IField<T>
    where TReal : unmanaged, INumberBase<TReal>
{
    /// <summary>Columns that are read together at least, and zeros that must stand before those asked for.</summary>
    public const int Step = 16;

    /// <summary>Rows that are read together.</summary>
    public const int Group = 4;

    // Products of symmetric matrices from so many rows on are summed up in parts, which threads share.
    private const int RowsOfOnePart = 384;
    private const int MostParts = 4;

    // Elements that are worth another thread.
    private const long WorthAThread = 48 * 1024;

    private static readonly RowProductRoutines<TReal> Routines = RowProductTable<TReal>.Widest;

    private readonly long width;
    private readonly Scratch<TReal> pairs;
    private readonly Scratch<TReal> sums;
    private readonly Scratch<T> dots;

    /// <summary>Products with matrices of up to so many rows or columns.</summary>
    public MatrixVector(int longest)
    {
        width = Stride(longest) * Parts;
        pairs = new(2 * width);
        sums = new(MostParts * Parts * width);
        dots = new(MostParts * Stride(longest));
    }

    private static int Parts => TField.DType.IsComplex ? 2 : 1;

    /// <summary>Elements from row to row of padded memory: whole steps, and not a multiple of what makes rows displace each other in a cache.</summary>
    public static long Stride(int columns)
    {
        long padded = ((long)columns + Step - 1) / Step * Step;
        return padded * sizeof(T) % 512 == 0 ? padded + Step : padded;
    }

    /// <summary>Rows of padded memory.</summary>
    public static long Rows(int rows) => ((long)rows + Group - 1) / Group * Group + Group;

    /// <summary>yᵢ = Σ aᵢⱼ·xⱼ over columns [start, end) of some rows.</summary>
    public void Times(T* a, long stride, int rows, T* x, int start, int end, T* y)
    {
        int from = start / Step * Step, to = (end + Step - 1) / Step * Step;
        TReal* vector = Pair(x, from, to);
        long far = width;
        RowProductRoutines<TReal> routines = Routines;
        Workers.For((rows + Group - 1) / Group, Math.Max(1, WorthAThread / Math.Max(1, (long)Group * (to - from))), (first, last) =>
        {
            TReal* results = stackalloc TReal[2 * Group], factors = stackalloc TReal[2 * Group];
            new Span<TReal>(factors, 2 * Group).Clear();
            for (long group = first; group < last; group++)
            {
                T* row = a + group * Group * stride;
                if (TField.DType.IsComplex)
                    routines.RunPair((TReal*)row, 2 * stride, vector, vector, far, factors, 2L * from, 2L * to, 2L * to, results);
                else
                    routines.RunReal((TReal*)row, stride, vector, vector, factors, from, to, to, results);
                int count = (int)Math.Min(Group, rows - group * Group);
                new Span<T>(results, count).CopyTo(new Span<T>(y + group * Group, count));
            }
        });
    }

    /// <summary>yⱼ = Σ conj(aᵢⱼ)·xᵢ for columns [start, end); x has zeros up to a whole group of rows.</summary>
    public void AdjointTimes(T* a, long stride, int rows, T* x, int start, int end, T* y)
    {
        int from = start / Step * Step, to = (end + Step - 1) / Step * Step;
        long far = width;
        TReal* target = TField.DType.IsComplex ? sums.Pointer : (TReal*)y;
        RowProductRoutines<TReal> routines = Routines;
        Workers.For((to - from) / Step, Math.Max(1, WorthAThread / Math.Max(1, (long)rows * Step)), (first, last) =>
        {
            TReal* results = stackalloc TReal[2 * Group];
            long left = from + first * Step, right = from + last * Step;
            for (int k = 0; k < Parts; k++)
                new Span<TReal>(target + k * far + left * Parts, (int)((right - left) * Parts)).Clear();
            for (int row = 0; row < rows; row += Group)
                if (TField.DType.IsComplex)
                    routines.RunPair((TReal*)(a + row * stride), 2 * stride, target, target, far, (TReal*)(x + row), 2 * left, 2 * left, 2 * right, results);
                else
                    routines.RunReal((TReal*)(a + row * stride), stride, target, target, (TReal*)(x + row), left, left, right, results);
        });
        if (TField.DType.IsComplex)
            Unpair(target, from, to, y);
    }

    /// <summary>
    /// y = a·x for rows and columns [start, end) of a Hermitian matrix, of which the upper triangle and the blocks of <see cref="Step"/> on its
    /// diagonal are read; x has zeros around.
    /// </summary>
    public void HermitianTimes(T* a, long stride, T* x, int start, int end, T* y)
    {
        int from = start / Step * Step, to = (end + Step - 1) / Step * Step, rows = to - from;
        int parts = rows < RowsOfOnePart ? 1 : MostParts;
        TReal* vector = Pair(x, from, to), totals = sums.Pointer;
        T* products = dots.Pointer;
        long far = width, size = far * Parts, length = far / Parts;
        RowProductRoutines<TReal> routines = Routines;
        Workers.For(parts, 1, (first, last) =>
        {
            for (long part = first; part < last; part++)
            {
                TReal* sum = totals + part * size;
                int top = Boundary(part, parts, from, rows), bottom = Boundary(part + 1, parts, from, rows);
                for (int k = 0; k < Parts; k++)
                    new Span<TReal>(sum + k * far + (long)top * Parts, (to - top) * Parts).Clear();
                AddRows(routines, a, stride, x, vector, far, top, Math.Min(bottom, end), to, sum, products + part * length);
            }
        });
        for (int part = 0; part < parts; part++)
        {
            int top = Boundary(part, parts, from, rows), bottom = Math.Min(Boundary(part + 1, parts, from, rows), end);
            T* sum = (T*)(totals + part * size);
            if (TField.DType.IsComplex)
                Unpair(totals + part * size, top, to, sum);
            T minusOne = TField.Make(-1, 0);
            TField.SubtractRows(sum + top, products + part * length + top, 0, &minusOne, 1, bottom - top);
            if (part == 0)
                new Span<T>(sum + from, to - from).CopyTo(new Span<T>(y + from, to - from));
            else
                TField.SubtractRows(y + top, sum + top, 0, &minusOne, 1, to - top);
        }
    }

    public void Dispose()
    {
        pairs.Dispose();
        sums.Dispose();
        dots.Dispose();
    }

    private static void AddRows(
        RowProductRoutines<TReal> routines, T* a, long stride, T* x, TReal* vector, long far, int top, int bottom, int to, TReal* sum, T* products)
    {
        TReal* results = stackalloc TReal[2 * Group];
        for (int row = top; row < bottom; row += Group)
        {
            long corner = row / Step * Step;
            TReal* first = (TReal*)(a + row * stride), factors = (TReal*)(x + row);
            if (TField.DType.IsComplex)
                routines.RunPair(first, 2 * stride, vector, sum, far, factors, 2 * corner, 2 * (corner + Step), 2L * to, results);
            else
                routines.RunReal(first, stride, vector, sum, factors, corner, corner + Step, to, results);
            new Span<T>(results, Group).CopyTo(new Span<T>(products + row, Group));
        }
    }

    // Where a part of the rows begins: each has as much of the triangle.
    private static int Boundary(long part, int parts, int from, int rows)
    {
        double share = 1 - Math.Sqrt(1 - (double)part / parts);
        return part == parts ? from + rows : from + (int)(rows * share) / Step * Step;
    }

    // (x, −y) and (y, x) for x + iy: with the numbers of a row they give the real and the imaginary part.
    private TReal* Pair(T* x, int from, int to)
    {
        if (!TField.DType.IsComplex)
            return (TReal*)x;
        var source = (TReal*)x;
        TReal* real = pairs.Pointer, imaginary = real + width;
        for (long j = 2L * from; j < 2L * to; j += 2)
        {
            (real[j], real[j + 1]) = (source[j], -source[j + 1]);
            (imaginary[j], imaginary[j + 1]) = (source[j + 1], source[j]);
        }
        return real;
    }

    // Σ x·conj(a) of what was summed up with the real and the imaginary parts of x.
    private void Unpair(TReal* real, int from, int to, T* y)
    {
        var target = (TReal*)y;
        TReal* imaginary = real + width;
        for (long j = 2L * from; j < 2L * to; j += 2)
            (target[j], target[j + 1]) = (real[j] + imaginary[j + 1], imaginary[j] - real[j + 1]);
    }
}
