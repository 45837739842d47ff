using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// The roots of 1 + Σ zᵢ²/(pᵢ − λ), which are the eigenvalues of diag(p) + z·zᵀ, or of those of squares pᵢ = dᵢ² the square roots, which are
/// singular values. Poles ascend and stand apart, no z is zero. A root is found from the nearer pole, as what it differs from that by (Li,
/// "Solving secular equations stably and efficiently", 1993), so that its distance from each pole is right to some rounding errors; z is
/// made anew to fit the roots exactly (Gu and Eisenstat, "A stable and efficient algorithm for the rank-one modification of the symmetric
/// eigenproblem", 1994), so vectors of any roots are orthogonal.
/// </summary>
internal readonly unsafe ref struct SecularEquation : IDisposable
{
    private const int MostSteps = 80;
    private const double Epsilon = 1.1e-16;

    // Terms that are worth another thread.
    private const long WorthAThread = 2048;

    private readonly int count;
    private readonly Scratch<double> z;
    private readonly Scratch<double> roots;
    private readonly Scratch<double> distances;

    /// <summary>
    /// Solves it for <paramref name="count"/> poles <paramref name="d"/>, or their squares, until the left side is less than
    /// <paramref name="precision"/> of its terms.
    /// </summary>
    public SecularEquation(int count, double* d, double* z, bool squares, double precision)
    {
        this.count = count;
        this.z = new(2L * count);
        roots = new(count);
        distances = new((long)count * count);
        double* weights = this.z.Pointer, squaresOfZ = weights + count, values = roots.Pointer, rows = distances.Pointer;
        for (int i = 0; i < count; i++)
            (weights[i], squaresOfZ[i]) = (z[i], z[i] * z[i]);
        Workers.For(count, Math.Max(1, WorthAThread / Math.Max(1, count)), (start, end) =>
        {
            for (long j = start; j < end; j++)
                values[j] = Solve(d, squaresOfZ, count, (int)j, squares, precision, rows + j * count);
        });
        long grain = Math.Max(Vector<double>.Count, 8 * WorthAThread / Math.Max(1, count));
        Workers.For(count, grain, (start, end) => Weigh(d, weights, count, squares, rows, (int)start, (int)end));
    }

    /// <summary>The roots, ascending; of squares, what they are squares of.</summary>
    public double* Roots => roots.Pointer;

    /// <summary>z, as it fits the roots.</summary>
    public double* Weights => z.Pointer;

    /// <summary>pᵢ − λⱼ for all i.</summary>
    public double* Distances(long j) => distances.Pointer + j * count;

    public void Dispose()
    {
        z.Dispose();
        roots.Dispose();
        distances.Dispose();
    }

    private static double Gap(double* d, int i, int j, bool squares) => squares ? (d[i] - d[j]) * (d[i] + d[j]) : d[i] - d[j];

    private static double Solve(double* d, double* z, int count, int j, bool squares, double precision, double* row)
    {
        bool isLast = j == count - 1;
        double width = 0;
        for (int i = 0; isLast && i < count; i++)
            width += z[i];
        if (!isLast)
            width = Gap(d, j + 1, j, squares);
        int origin = j;
        FillGaps(d, count, origin, squares, row);
        var at = Value.At(row, z, count, isLast ? j - 1 : j, width / 2);
        double low = 0, high = width;
        if (at.Sum >= 0)
            high = width / 2;
        else if (isLast)
            low = width / 2;
        else
        {
            (origin, low, high) = (j + 1, -width / 2, 0);
            FillGaps(d, count, origin, squares, row);
        }
        double shift = count == 1 ? z[0] : Iterate(row, z, count, j, low, high, precision, at, origin == j ? width / 2 : -width / 2);
        for (int i = 0; i < count; i++)
            row[i] -= shift;
        return squares ? d[origin] + shift / (d[origin] + Math.Sqrt(d[origin] * d[origin] + shift)) : d[origin] + shift;
    }

    private static void FillGaps(double* d, int count, int origin, bool squares, double* row)
    {
        for (int i = 0; i < count; i++)
            row[i] = Gap(d, i, origin, squares);
    }

    // The poles on both sides stand for all beyond them, and what leaves the interval is replaced by its middle. The first guess is made of
    // the sum in the middle, but counted from the pole, near which the root may be.
    private static double Iterate(double* gaps, double* z, int count, int j, double low, double high, double precision, Value at, double middle)
    {
        bool isLast = j == count - 1;
        int split = isLast ? j - 1 : j;
        double x = middle;
        for (int step = 0; step < MostSteps; step++)
        {
            double left = gaps[split] - x, right = gaps[split + 1] - x;
            double c = at.Sum - left * at.LeftSlope - right * at.RightSlope;
            double a = (left + right) * at.Sum - left * right * (at.LeftSlope + at.RightSlope), b = left * right * at.Sum;
            if (step == 0)
            {
                c = at.Sum - z[split] / left - z[split + 1] / right;
                (a, b) = FirstGuess(c, z[split], z[split + 1], gaps[split], gaps[split + 1]);
                x = 0;
            }
            double root = Math.Sqrt(Math.Abs(a * a - 4 * b * c));
            double move = isLast == (a >= 0) ? (isLast ? a + root : a - root) / (2 * c) : 2 * b / (isLast ? a - root : a + root);
            double next = x + move;
            if (!(next > low && next < high))
                next = low + (high - low) / 2;
            if (next == x || next == low || next == high)
                return next == 0 ? x : next;
            bool isSettled = Math.Abs(next - x) <= 2 * Epsilon * Math.Abs(next);
            x = next;
            at = Value.At(gaps, z, count, split, x);
            if (isSettled || Math.Abs(at.Sum) <= precision * (1 + at.Magnitude))
                return x;
            (low, high) = at.Sum < 0 ? (x, high) : (low, x);
        }
        return x;
    }

    // The equation of two poles and a number.
    private static (double A, double B) FirstGuess(double c, double first, double second, double left, double right) =>
        (c * (left + right) + first + second, c * left * right + first * right + second * left);

    // zᵢ² = Π(λⱼ − pᵢ) / Π(pⱼ − pᵢ), its sign as it was, for some i.
    private static void Weigh(double* d, double* weights, int count, bool squares, double* rows, int start, int end)
    {
        using var products = new Scratch<double>(end - start);
        double* product = products.Pointer - start;
        new Span<double>(products.Pointer, end - start).Fill(1);
        for (int j = 0; j < count; j++)
        {
            double* row = rows + (long)j * count;
            WeighRow(d, row, squares, j, product, start, Math.Min(j, end));
            WeighRow(d, row, squares, j, product, Math.Max(start, j + 1), end);
            if (j >= start && j < end)
                product[j] *= row[j];
        }
        for (int i = start; i < end; i++)
            weights[i] = Math.CopySign(Math.Sqrt(Math.Abs(product[i])), weights[i]);
    }

    private static void WeighRow(double* d, double* row, bool squares, int j, double* product, int start, int end)
    {
        int i = start;
        var pole = new Vector<double>(d[j]);
        for (; i <= end - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> other = Vector.Load(d + i), gap = other - pole;
            Vector.Store(Vector.Load(product + i) * (Vector.Load(row + i) / (squares ? gap * (other + pole) : gap)), product + i);
        }
        for (; i < end; i++)
            product[i] *= row[i] / Gap(d, i, j, squares);
    }

    /// <summary>The left side at a point: its sum, the slopes of the terms up to a pole and behind it, and the sum of magnitudes.</summary>
    private readonly record struct Value(double Sum, double LeftSlope, double RightSlope, double Magnitude)
    {
        public static Value At(double* gaps, double* z, int count, int split, double x)
        {
            (double left, double leftSlope) = Terms(gaps, z, 0, split + 1, x);
            (double right, double rightSlope) = Terms(gaps, z, split + 1, count, x);
            return new(1 + left + right, leftSlope, rightSlope, Math.Abs(left) + Math.Abs(right));
        }

        private static (double Sum, double Slope) Terms(double* gaps, double* z, int start, int end, double x)
        {
            Vector<double> sums = default, slopes = default, point = new(x);
            int i = start;
            for (; i <= end - Vector<double>.Count; i += Vector<double>.Count)
            {
                Vector<double> inverse = Vector<double>.One / (Vector.Load(gaps + i) - point), term = Vector.Load(z + i) * inverse;
                sums += term;
                slopes += term * inverse;
            }
            double sum = Vector.Sum(sums), slope = Vector.Sum(slopes);
            for (; i < end; i++)
            {
                double inverse = 1 / (gaps[i] - x), term = z[i] * inverse;
                sum += term;
                slope += term * inverse;
            }
            return (sum, slope);
        }
    }
}
