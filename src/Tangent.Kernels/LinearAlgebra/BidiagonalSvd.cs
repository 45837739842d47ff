using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Singular values and vectors of a real upper bidiagonal matrix by division (Gu and Eisenstat, "A divide-and-conquer algorithm for the
/// bidiagonal SVD", 1995): two halves with a column more than rows, and a row between them. Values are computed in float64 from the first and
/// last elements of the right vectors alone, so they are the same with vectors as without.
/// </summary>
internal sealed unsafe class BidiagonalSvd<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Epsilon = typeof(T) == typeof(float) ? 6e-8 : 1.1e-16;

    // Of the squares of the values, for float32 more than it needs.
    private static readonly double Precision = typeof(T) == typeof(float) ? 1e-10 : 1e-15;

    private readonly double* values;
    private readonly double* offDiagonal;
    private readonly double* firsts;
    private readonly double* lasts;
    private readonly int n;

    private BidiagonalSvd(double* values, double* offDiagonal, double* ends, int n)
    {
        this.values = values;
        this.offDiagonal = offDiagonal;
        firsts = ends;
        lasts = ends + n + 1;
        this.n = n;
    }

    /// <summary>
    /// The diagonal becomes the values, ascending, and unless they are null <paramref name="left"/> [n, n] and <paramref name="right"/>
    /// [n + 1, n + 1], which were zero, the vectors in rows; the last row and column are those of a column of zeros behind the matrix. The last
    /// of n elements beside the diagonal is zero.
    /// </summary>
    public static void Run(double* diagonal, double* offDiagonal, int n, T* left, T* right)
    {
        using var ends = new Scratch<double>(2L * (n + 1));
        using var spareLeft = new Scratch<T>(left is null ? 0 : (long)n * n);
        using var spareRight = new Scratch<T>(left is null ? 0 : (long)(n + 1) * (n + 1));
        new BidiagonalSvd<T>(diagonal, offDiagonal, ends.Pointer, n).Solve(0, n, new(left, right), new(spareLeft.Pointer, spareRight.Pointer));
    }

    private void Solve(int start, int size, Vectors target, Vectors source)
    {
        if (size == 0)
        {
            firsts[start] = lasts[start] = 1;
            if (target.Left is not null)
                target.Right[start * (n + 2L)] = T.One;
            return;
        }
        int half = (size - 1) / 2, middle = start + half;
        Vectors halves = target.Left is null ? target : source;
        Workers.For(2, size < MergedSpectrum.LeastForThreads ? 2 : 1, (first, last) =>
        {
            if (first == 0)
                Solve(start, half, halves, target);
            if (last == 2)
                Solve(middle + 1, size - 1 - half, halves, target);
        });
        Merge(start, half, size, target, source);
    }

    // The row in the middle is z by the right vectors of the halves, once the two that belong to no value are turned so that it meets one.
    private void Merge(int start, int half, int size, Vectors target, Vectors source)
    {
        int middle = start + half, end = start + size;
        double alpha = values[middle], beta = offDiagonal[middle], largest = Math.Max(Math.Abs(alpha), Math.Abs(beta));
        double[] d = new double[size], z = new double[size], first = new double[size], last = new double[size];
        var kinds = new RowKind[size];
        for (int i = 0; i < size; i++)
        {
            bool isTop = i < half;
            d[i] = i == half ? 0 : values[start + i];
            largest = Math.Max(largest, d[i]);
            z[i] = isTop ? alpha * lasts[start + i] : beta * firsts[start + i];
            (first[i], last[i]) = isTop ? (firsts[start + i], 0.0) : (0.0, lasts[start + i]);
            kinds[i] = isTop ? RowKind.Top : i == half ? RowKind.Mixed : RowKind.Bottom;
        }
        RowRotation turn = Turn(alpha * lasts[middle], beta * firsts[end], half, size);
        z[half] = double.Hypot(alpha * lasts[middle], beta * firsts[end]);
        (first[half], last[half]) = (turn.C * firsts[middle], turn.S * lasts[end]);
        (firsts[end], lasts[end]) = (-turn.S * firsts[middle], turn.C * lasts[end]);
        var deflation = new Deflation(d, z, kinds, half, Math.Max(8 * Epsilon * largest, MergedSpectrum.Negligible), 1);
        using var merged = new MergedSpectrum(deflation, true, Precision);
        merged.Combine(first, firsts + start);
        merged.Combine(last, lasts + start);
        for (int i = 0; i < size; i++)
            values[start + merged.Positions[i]] = merged.Values[i];
        if (target.Left is not null)
            MergeVectors(start, half, size, turn, deflation, merged, target, source);
    }

    private static RowRotation Turn(double x, double y, int first, int second)
    {
        double length = double.Hypot(x, y);
        return length == 0 ? new(first, second, 1, 0) : new(first, second, x / length, y / length);
    }

    private void MergeVectors(
        int start, int half, int size, RowRotation turn, Deflation deflation, in MergedSpectrum merged, Vectors target, Vectors source)
    {
        long stride = n + 1, corner = start * (stride + 1);
        T* right = source.Right + corner, free = right + size * stride;
        RealField<T>.Rotate(right + half * stride, free, turn.C, turn.S, size + 1);
        new Span<T>(free, size + 1).CopyTo(new Span<T>(target.Right + corner + size * stride, size + 1));
        using var vectors = new VectorMerge<T>(deflation);
        for (int j = 0; j < deflation.Kept.Count; j++)
            vectors.SetFactors(j, merged.Row(j), merged.Scale(j));
        vectors.Run(deflation, merged.Positions, right, target.Right + corner, stride, half + 1, size + 1);
        for (int j = 0; j < deflation.Kept.Count; j++)
        {
            double scale = merged.MakeLeft(j);
            vectors.SetFactors(j, merged.Row(j), scale);
        }
        corner = start * (n + 1L);
        source.Left[(start + half) * (n + 1L)] = T.One;
        vectors.Run(deflation, merged.Positions, source.Left + corner, target.Left + corner, n, half, size);
    }

    /// <summary>Left vectors in rows of n, right ones in rows of n + 1.</summary>
    private readonly struct Vectors(T* left, T* right)
    {
        public readonly T* Left = left;
        public readonly T* Right = right;
    }
}
