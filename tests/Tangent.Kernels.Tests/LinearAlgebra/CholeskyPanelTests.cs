using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.LinearAlgebra;

/// <summary>Rows of Cholesky's factor at every width of a vector, for every number of rows and any of columns.</summary>
public sealed class CholeskyPanelTests
{
    private static readonly int[] Widths = [128, 256, 512];

    [Fact]
    public void AWholeMatrixOfAnySize()
    {
        for (int n = 1; n <= CholeskyPanel<float>.MostRows; n++)
            foreach (bool upper in (bool[])[false, true])
            {
                Whole<float>(n, upper, 6e-8);
                Whole<double>(n, upper, 1.2e-16);
            }
    }

    [Fact]
    public void RowsThatGoOnInAnyNumberOfColumns()
    {
        foreach (int more in (int[])[0, 1, 7, 15, 16, 17, 63, 64, 65, 127, 128, 129, 300])
        {
            Rows<float>(64, more, 6e-8);
            Rows<double>(64, more, 1.2e-16);
        }
        for (int count = 1; count < 64; count++)
            Rows<float>(count, 0, 6e-8);
    }

    [Fact]
    public void AnyRowMayBeTheOneThatIsNotPositive()
    {
        for (int row = 0; row < 37; row++)
            foreach (double pivot in (double[])[-1e6, double.NaN, double.PositiveInfinity])
                foreach (int bits in Widths)
                {
                    double[] a = Positive(37);
                    a[row * 37 + row] = pivot;
                    Assert.Null(Factor<double>(a, 37, false, bits));
                }
    }

    private static void Whole<T>(int n, bool upper, double epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] a = Positive(n), poisoned = [.. a.Select((value, i) => (upper ? i % n < i / n : i % n > i / n) ? double.NaN : value)];
        T[][] factors = [.. Widths.Select(bits => Factor<T>(poisoned, n, upper, bits)!)];
        Assert.All(factors, factor => Assert.Equal(factors[0], factor));
        double[] u = [.. Enumerable.Range(0, n * n).Select(i => double.CreateTruncating(upper ? factors[0][i] : factors[0][i % n * n + i / n]))];
        Near(a, n, u, n, n, n, epsilon);
    }

    private static unsafe T[]? Factor<T>(double[] a, int n, bool upper, int bits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] x = [.. a.Select(T.CreateTruncating)], y = new T[n * n];
        fixed (T* from = x, to = y)
            return CholeskyPanel<T>.RunWhole(CholeskyTable<T>.For(bits), T.One, from, n, upper, to) ? Cleared(y, n, upper) : null;
    }

    // The other side of the diagonal is anything.
    private static T[] Cleared<T>(T[] y, int n, bool upper)
        where T : unmanaged => [.. y.Select((value, i) => (upper ? i % n < i / n : i % n > i / n) ? default : value)];

    // Of a matrix of more columns its first rows; behind them is what stays.
    private static unsafe void Rows<T>(int count, int more, double epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = count + more, stride = n + 3;
        double[] a = Positive(n);
        T[][] results = [.. Widths.Select(bits =>
        {
            T[] u = [.. Enumerable.Range(0, count * stride).Select(i => T.CreateTruncating(i % stride < n ? a[i / stride * n + i % stride] : 77))];
            fixed (T* first = u)
                Assert.True(CholeskyPanel<T>.Run(CholeskyTable<T>.For(bits), T.One, first, stride, count, n));
            return u;
        })];
        double[] u = [.. results[0].Select((value, i) => i % stride < i / stride ? 0 : double.CreateTruncating(value))];
        Near(a, n, u, stride, count, n, epsilon);
        foreach (T[] result in results)
            for (int i = 0; i < result.Length; i++)
                Assert.True(i % stride < i / stride || result[i] == (i % stride < n ? results[0][i] : T.CreateTruncating(77)), $"{count} rows, {more} more columns, element {i}");
    }

    // Uᵀ·U is the matrix.
    private static void Near(double[] a, int n, double[] u, int stride, int rows, int columns, double epsilon)
    {
        for (int i = 0; i < rows; i++)
            for (int j = i; j < columns; j++)
            {
                double sum = 0, size = 0;
                for (int k = 0; k <= i; k++)
                {
                    sum += u[k * stride + i] * u[k * stride + j];
                    size += Math.Abs(u[k * stride + i] * u[k * stride + j]);
                }
                Assert.True(Math.Abs(sum - a[i * n + j]) <= (i + 6) * epsilon * (size + Math.Abs(a[i * n + j])), $"{rows} rows, {columns} columns, [{i}, {j}]: {sum} for {a[i * n + j]}");
            }
    }

    private static double[] Positive(int n)
    {
        var random = new Random(n);
        double[] b = [.. Enumerable.Range(0, n * n).Select(_ => random.NextDouble() - 0.5)];
        return [.. Enumerable.Range(0, n * n).Select(i =>
        {
            double sum = i / n == i % n ? 0.5 : 0;
            for (int k = 0; k < n; k++)
                sum += b[i / n * n + k] * b[i % n * n + k];
            return sum;
        })];
    }
}
