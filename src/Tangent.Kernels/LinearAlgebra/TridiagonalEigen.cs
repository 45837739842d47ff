using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Eigenvalues and vectors of a real symmetric tridiagonal matrix by division (Cuppen, "A divide and conquer method for the symmetric
/// tridiagonal eigenproblem", 1981): two halves and a change of rank one between them. Values are computed in float64 from the first and last
/// elements of the vectors alone, so they are the same with vectors as without.
/// </summary>
internal sealed unsafe class TridiagonalEigen<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Epsilon = typeof(T) == typeof(float) ? 6e-8 : 1.1e-16;

    // Of the roots: vectors are orthogonal whatever it is, so float32 needs no more than this.
    private static readonly double Precision = typeof(T) == typeof(float) ? 1e-10 : 1e-15;

    private const int LargestLeaf = 24;

    private readonly double* values;
    private readonly double* offDiagonal;
    private readonly double* firsts;
    private readonly double* lasts;
    private readonly int n;

    private TridiagonalEigen(double* values, double* offDiagonal, double* ends, int n)
    {
        this.values = values;
        this.offDiagonal = offDiagonal;
        firsts = ends;
        lasts = ends + n;
        this.n = n;
    }

    /// <summary>
    /// The diagonal becomes the values, ascending, and unless it is null <paramref name="vectors"/> [n, n], which was zero, the vectors in rows.
    /// </summary>
    public static void Run(double* diagonal, double* offDiagonal, int n, T* vectors)
    {
        using var ends = new Scratch<double>(2L * n);
        using var spare = new Scratch<T>(vectors is null ? 0 : (long)n * n);
        new TridiagonalEigen<T>(diagonal, offDiagonal, ends.Pointer, n).Solve(0, n, vectors, spare.Pointer);
    }

    private void Solve(int start, int size, T* target, T* source)
    {
        if (size <= LargestLeaf && SolveLeaf(start, size, target))
            return;
        int half = size / 2;
        double link = Math.Abs(offDiagonal[start + half - 1]);
        values[start + half - 1] -= link;
        values[start + half] -= link;
        T* halves = target is null ? null : source, other = target;
        Workers.For(2, size < MergedSpectrum.LeastForThreads ? 2 : 1, (first, last) =>
        {
            if (first == 0)
                Solve(start, half, halves, other);
            if (last == 2)
                Solve(start + half, size - half, halves, other);
        });
        Merge(start, half, size, target, source);
    }

    // Directly; false, with nothing changed, if that does not end.
    private bool SolveLeaf(int start, int size, T* target)
    {
        using var memory = new Scratch<double>(2L * size + (long)size * size);
        double* d = memory.Pointer, e = d + size, rows = e + size;
        for (int i = 0; i < size; i++)
        {
            (d[i], e[i]) = (values[start + i], i < size - 1 ? offDiagonal[start + i] : 0);
            rows[i * size + i] = 1;
        }
        if (!TridiagonalQl<double, RealField<double>>.Run(d, e, size, rows))
            return size == 1;
        int[] order = Deflation.Order(new Span<double>(d, size).ToArray());
        for (int i = 0; i < size; i++)
        {
            double* row = rows + order[i] * size;
            (values[start + i], firsts[start + i], lasts[start + i]) = (d[order[i]], row[0], row[size - 1]);
            for (int j = 0; j < size && target is not null; j++)
                target[(start + i) * (long)n + start + j] = T.CreateTruncating(row[j]);
        }
        return true;
    }

    private void Merge(int start, int half, int size, T* target, T* source)
    {
        double link = offDiagonal[start + half - 1], root = Math.Sqrt(Math.Abs(link)), largest = Math.Abs(link);
        double[] d = new double[size], z = new double[size], first = new double[size], last = new double[size];
        var kinds = new RowKind[size];
        for (int i = 0; i < size; i++)
        {
            bool isTop = i < half;
            d[i] = values[start + i];
            largest = Math.Max(largest, Math.Abs(d[i]));
            z[i] = root * (isTop ? lasts[start + i] : Math.CopySign(1, link) * firsts[start + i]);
            (first[i], last[i]) = isTop ? (firsts[start + i], 0.0) : (0.0, lasts[start + i]);
            kinds[i] = isTop ? RowKind.Top : RowKind.Bottom;
        }
        var deflation = new Deflation(d, z, kinds, -1, Math.Max(8 * Epsilon * largest, MergedSpectrum.Negligible), Math.Sqrt(2) * root);
        using var merged = new MergedSpectrum(deflation, false, Precision);
        merged.Combine(first, firsts + start);
        merged.Combine(last, lasts + start);
        for (int i = 0; i < size; i++)
            values[start + merged.Positions[i]] = merged.Values[i];
        if (target is null)
            return;
        using var vectors = new VectorMerge<T>(deflation);
        for (int j = 0; j < deflation.Kept.Count; j++)
            vectors.SetFactors(j, merged.Row(j), merged.Scale(j));
        long corner = (long)start * n + start;
        vectors.Run(deflation, merged.Positions, source + corner, target + corner, n, half, size);
    }
}
