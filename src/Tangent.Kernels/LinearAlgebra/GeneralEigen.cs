using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Eigenvalues and vectors of any square matrix: reflections to Hessenberg's form, then the QR iteration with Wilkinson's shifts in
/// complex numbers, and substitution (Golub and Van Loan, "Matrix Computations", 7.4 to 7.6).
/// </summary>
internal static unsafe class GeneralEigen
{
    private const int MostIterations = 90;
    private const double Epsilon = 1.1e-16;

    /// <summary>
    /// Values, and vectors [n, n] of length 1 in columns unless that is null, whose largest element is real and positive; a [n, n] is
    /// overwritten. False if the iteration does not end within its bound.
    /// </summary>
    public static bool Run(Complex* a, int n, bool isReal, Complex* values, Complex* vectors)
    {
        using var basis = new Scratch<Complex>((long)n * n);
        double norm = 0;
        for (long i = 0; i < (long)n * n; i++)
            norm = Math.Max(norm, Complex.Abs(a[i]));
        Reduce(a, n, basis.Pointer);
        if (!Iterate(a, n, vectors is null ? null : basis.Pointer, norm))
            return false;
        double noise = 64 * n * Epsilon * norm;
        for (int i = 0; i < n; i++)
        {
            Complex value = a[(long)i * n + i];
            values[i] = isReal && Math.Abs(value.Imaginary) <= noise ? value.Real : value;
        }
        if (vectors is not null)
            Vectors(a, n, basis.Pointer, isReal, values, vectors, Math.Max(norm, 1e-300) * Epsilon);
        return true;
    }

    // Hessenberg's form in a, and the rows of Qᵀ.
    private static void Reduce(Complex* a, int n, Complex* basis)
    {
        using var work = new Scratch<Complex>(3L * n);
        using var reflections = new Scratch<Complex>((long)n * n);
        Complex* row = work.Pointer, taus = row + n, conjugates = taus + n;
        for (int k = 0; k < n - 2; k++)
        {
            int count = n - k - 1;
            Complex* v = reflections.Pointer + (long)k * n;
            for (int i = 0; i < count; i++)
                v[i] = a[(long)(k + 1 + i) * n + k];
            taus[k] = Householder<Complex, WideComplexField>.Reflect(v, 1, count);
            a[(long)(k + 1) * n + k] = v[0];
            v[0] = 1;
            for (int i = 1; i < count; i++)
                a[(long)(k + 1 + i) * n + k] = 0;
            Householder<Complex, WideComplexField>.Apply(v, 1, Complex.Conjugate(taus[k]), a + (long)(k + 1) * n + k + 1, n, count, count, row);
            for (int i = 0; i < count; i++)
                conjugates[i] = Complex.Conjugate(v[i]);
            for (int i = 0; i < n; i++)
            {
                Complex* target = a + (long)i * n + k + 1;
                Complex factor = taus[k] * WideComplexField.Dot(target, v, count);
                WideComplexField.SubtractRows(target, conjugates, 0, &factor, 1, count);
            }
        }
        using var q = new Scratch<Complex>((long)n * n);
        for (int i = 0; i < n; i++)
            q.Pointer[(long)i * n + i] = 1;
        for (int k = n - 3; k >= 0; k--)
            Householder<Complex, WideComplexField>.Apply(
                reflections.Pointer + (long)k * n, 1, taus[k], q.Pointer + (long)(k + 1) * n + k + 1, n, n - k - 1, n - k - 1, row);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                basis[(long)j * n + i] = q.Pointer[(long)i * n + j];
    }

    private static bool Iterate(Complex* h, int n, Complex* basis, double norm)
    {
        using var turns = new Scratch<Complex>(2L * n);
        int last = n - 1, iteration = 0;
        while (last > 0)
        {
            int first = last;
            while (first > 0 && !IsNegligible(h, n, first, norm))
                first--;
            if (first > 0)
                h[(long)first * n + first - 1] = 0;
            if (first == last)
            {
                last--;
                iteration = 0;
                continue;
            }
            if (iteration == MostIterations)
                return false;
            iteration++;
            Step(h, n, first, last, Shift(h, n, last, iteration), basis, turns.Pointer);
        }
        return true;
    }

    private static bool IsNegligible(Complex* h, int n, int row, double norm)
    {
        double size = Complex.Abs(h[(long)(row - 1) * n + row - 1]) + Complex.Abs(h[(long)row * n + row]);
        return Complex.Abs(h[(long)row * n + row - 1]) <= Epsilon * (size == 0 ? norm : size);
    }

    // The eigenvalue of the last two rows that is nearer to the last element; now and then another number, against cycles.
    private static Complex Shift(Complex* h, int n, int last, int iteration)
    {
        Complex d = h[(long)last * n + last], c = h[(long)last * n + last - 1];
        if (iteration % 10 == 0)
            return d + Complex.Abs(c) * 0.75;
        Complex a = h[(long)(last - 1) * n + last - 1], b = h[(long)(last - 1) * n + last];
        Complex half = (a - d) / 2, root = Complex.Sqrt(half * half + b * c);
        Complex sum = Complex.Abs(half + root) >= Complex.Abs(half - root) ? half + root : half - root;
        return sum == 0 ? d : d - b * c / sum;
    }

    private static void Step(Complex* h, int n, int first, int last, Complex shift, Complex* basis, Complex* turns)
    {
        for (int i = first; i <= last; i++)
            h[(long)i * n + i] -= shift;
        for (int k = first; k < last; k++)
        {
            Complex* x = h + (long)k * n, y = x + n;
            double length = double.Hypot(Complex.Abs(x[k]), Complex.Abs(y[k]));
            (Complex c, Complex s) = length == 0 ? (Complex.One, Complex.Zero) : (x[k] / length, y[k] / length);
            (turns[2 * k], turns[2 * k + 1]) = (c, s);
            for (int j = k; j < n; j++)
                (x[j], y[j]) = (Complex.Conjugate(c) * x[j] + Complex.Conjugate(s) * y[j], c * y[j] - s * x[j]);
            y[k] = 0;
        }
        for (int k = first; k < last; k++)
        {
            (Complex c, Complex s) = (turns[2 * k], turns[2 * k + 1]);
            for (int i = 0; i <= Math.Min(k + 1, last); i++)
            {
                Complex* pair = h + (long)i * n + k;
                (pair[0], pair[1]) = (pair[0] * c + pair[1] * s, pair[1] * Complex.Conjugate(c) - pair[0] * Complex.Conjugate(s));
            }
            if (basis is null)
                continue;
            Complex* x = basis + (long)k * n, y = x + n;
            for (int i = 0; i < n; i++)
                (x[i], y[i]) = (x[i] * c + y[i] * s, y[i] * Complex.Conjugate(c) - x[i] * Complex.Conjugate(s));
        }
        for (int i = first; i <= last; i++)
            h[(long)i * n + i] += shift;
    }

    private static void Vectors(Complex* t, int n, Complex* basis, bool isReal, Complex* values, Complex* vectors, double smallest)
    {
        using var work = new Scratch<Complex>(2L * n);
        Complex* x = work.Pointer, v = x + n;
        for (int k = 0; k < n; k++)
        {
            Substitute(t, n, k, x, smallest);
            new Span<Complex>(v, n).Clear();
            for (int i = 0; i <= k; i++)
                for (int j = 0; j < n; j++)
                    v[j] += x[i] * basis[(long)i * n + j];
            Normalize(v, n, isReal && values[k].Imaginary == 0);
            for (int j = 0; j < n; j++)
                vectors[(long)j * n + k] = v[j];
        }
    }

    // The vector of value k of an upper triangular matrix; equal values are taken apart by a rounding error.
    private static void Substitute(Complex* t, int n, int k, Complex* x, double smallest)
    {
        Complex value = t[(long)k * n + k];
        x[k] = 1;
        for (int i = k - 1; i >= 0; i--)
        {
            Complex sum = WideComplexField.Dot(t + (long)i * n + i + 1, x + i + 1, k - i);
            Complex gap = value - t[(long)i * n + i];
            x[i] = sum / (Complex.Abs(gap) < smallest ? smallest : gap);
            if (Complex.Abs(x[i]) > 1e100)
                for (int j = i; j <= k; j++)
                    x[j] *= 1e-100;
        }
    }

    private static void Normalize(Complex* v, int n, bool isReal)
    {
        double largest = 0, square = 0;
        Complex phase = 1;
        for (int i = 0; i < n; i++)
            if (Complex.Abs(v[i]) > largest * (1 + 1e-9))
                (largest, phase) = (Complex.Abs(v[i]), v[i] / Complex.Abs(v[i]));
        for (int i = 0; i < n; i++)
            square += Math.Pow(Complex.Abs(v[i]) / largest, 2);
        Complex factor = Complex.Conjugate(phase) / (largest * Math.Sqrt(square));
        for (int i = 0; i < n; i++)
            v[i] = isReal ? (v[i] * factor).Real : v[i] * factor;
    }
}
