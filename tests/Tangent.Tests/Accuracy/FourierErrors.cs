using System.Numerics;

namespace Tangent.Tests.Accuracy;

/// <summary>Fourier transforms of float32 beside direct sums in float64, as part of ε·log₂ n, in the Euclidean norm.</summary>
internal static class FourierErrors
{
    // Of longer transforms so many results are summed up.
    private const int ManyResults = 4096;
    private const int FewResults = 48;

    private static readonly Lazy<IReadOnlyList<(int Length, double Complex, double Real)>> Measured = new(() => [.. Lengths.Select(Measure)]);

    /// <summary>Powers of two, products of 2, 3, 5 and 7, and primes.</summary>
    private static int[] Lengths => [2, 8, 32, 64, 128, 256, 512, 1000, 1009, 1024, 2048, 4096, 5040, 10_007, 65_536, 1 << 20];

    /// <summary>The error of fft of complex numbers and of rfft.</summary>
    public static IReadOnlyList<(int Length, double Complex, double Real)> All => Measured.Value;

    private static (int Length, double Complex, double Real) Measure(int n)
    {
        var random = new Random(n);
        Complex64[] x = [.. Enumerable.Range(0, n).Select(_ => new Complex64((float)(random.NextDouble() * 2 - 1), (float)(random.NextDouble() * 2 - 1)))];
        float[] real = [.. x.Select(value => value.Real)];
        Complex[] roots = [.. Enumerable.Range(0, n).Select(k => Complex.FromPolarCoordinates(1, -2 * Math.PI * k / n))];
        double complexError = Error(Mx.Fourier.Fft(Mx.Array(x)).ToArray<Complex64>(), [.. x.Select(value => (Complex)value)], roots);
        return (n, complexError, Error(Mx.Fourier.Rfft(Mx.Array(real)).ToArray<Complex64>(), [.. real.Select(value => (Complex)value)], roots));
    }

    private static double Error(Complex64[] actual, Complex[] x, Complex[] roots)
    {
        int n = x.Length, step = n <= ManyResults ? 1 : Math.Max(1, actual.Length / FewResults);
        double error = 0, size = 0;
        for (int k = 0; k < actual.Length; k += step)
        {
            Complex sum = 0;
            long turn = 0;
            for (int i = 0; i < n; i++, turn = (turn + k) % n)
                sum += x[i] * roots[turn];
            error += Math.Pow(Complex.Abs(sum - actual[k]), 2);
            size += Math.Pow(Complex.Abs(sum), 2);
        }
        return Math.Sqrt(error / size) / (Math.ScaleB(1, -23) * Math.Log2(n));
    }
}
