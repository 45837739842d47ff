using System.Numerics;

namespace Tangent.Tests.Golden;

/// <summary>
/// The signs (for complex numbers the phases) that turn the vectors of a factorisation to agree with the recorded ones.
/// The same signs carry its derivatives over.
/// </summary>
public sealed class FactorSigns
{
    private readonly Factor[] factors;
    private readonly Complex[][] signs;

    private FactorSigns(Factor[] factors, Complex[][] signs)
    {
        this.factors = factors;
        this.signs = signs;
    }

    /// <summary>How the vectors lie in one of the results.</summary>
    private enum Factor { Columns, ConjugateRows, Values }

    /// <summary>The signs of the results of "qr", "svd" or "eigh".</summary>
    public static FactorSigns Of(string check, GoldenValue.Array[] actual, GoldenValue.Array[] expected)
    {
        Factor[] factors = check switch
        {
            "qr" => [Factor.Columns, Factor.ConjugateRows],
            "svd" => [Factor.Columns, Factor.Values, Factor.ConjugateRows],
            "eigh" => [Factor.Values, Factor.Columns],
            _ => throw new ArgumentException($"No factorisation: {check}", nameof(check)),
        };
        int vectors = Array.IndexOf(factors, Factor.Columns);
        var x = GoldenMatrices.Of(actual[vectors]);
        var y = GoldenMatrices.Of(expected[vectors]);
        return new(factors, [.. x.Zip(y, Phases)]);
    }

    /// <summary>Turns results, or tangents of results, towards the recorded ones; null entries stay null.</summary>
    public GoldenValue.Array?[] Turn(IReadOnlyList<GoldenValue.Array?> arrays) =>
        [.. arrays.Select((array, i) => array is null ? null : Turn(array, factors[i]))];

    /// <summary>Compares results after turning them. Vectors that belong to no value need only be orthonormal.</summary>
    public string? Difference(GoldenValue.Array[] actual, GoldenValue.Array[] expected, Tolerance tolerance)
    {
        GoldenValue.Array?[] turned = Turn(actual);
        int unique = UniqueVectors(actual);
        for (int i = 0; i < turned.Length; i++)
        {
            Complex[] x = GoldenElements.Numbers(turned[i]!), y = GoldenElements.Numbers(expected[i]);
            if (factors[i] is not Factor.Values)
                IgnoreBeyond(unique, actual[i].Shape, factors[i], x, y);
            if (GoldenCompare.Numbers(x, y, actual[i].Shape, tolerance) is string difference)
                return $"result {i}, up to signs: {difference}";
            if (factors[i] is Factor.Columns && Orthonormality(actual[i], tolerance) is string defect)
                return $"result {i}: {defect}";
        }
        return null;
    }

    // Singular vectors beyond the smaller dimension of the matrix are any basis of the rest.
    private int UniqueVectors(GoldenValue.Array[] actual)
    {
        int values = Array.IndexOf(factors, Factor.Values);
        return values < 0 ? int.MaxValue : actual[values].Shape[^1];
    }

    private GoldenValue.Array Turn(GoldenValue.Array array, Factor factor)
    {
        if (factor is Factor.Values)
            return array;
        Complex[][,] matrices = GoldenMatrices.Of(array);
        for (int i = 0; i < matrices.Length; i++)
        {
            Complex[,] matrix = matrices[i];
            for (int row = 0; row < matrix.GetLength(0); row++)
            {
                for (int column = 0; column < matrix.GetLength(1); column++)
                    matrix[row, column] *= Sign(i, factor is Factor.Columns ? column : row, factor);
            }
        }
        return GoldenMatrices.Join(array, matrices);
    }

    private Complex Sign(int matrix, int vector, Factor factor)
    {
        if (vector >= signs[matrix].Length)
            return Complex.One;
        Complex sign = signs[matrix][vector];
        return factor is Factor.Columns ? sign : Complex.Conjugate(sign);
    }

    private static Complex[] Phases(Complex[,] actual, Complex[,] expected)
    {
        var phases = new Complex[actual.GetLength(1)];
        for (int column = 0; column < phases.Length; column++)
        {
            Complex product = GoldenMatrices.ColumnProduct(actual, column, expected, column);
            phases[column] = product == Complex.Zero ? Complex.One : product / product.Magnitude;
        }
        return phases;
    }

    private static void IgnoreBeyond(int unique, int[] shape, Factor factor, Complex[] x, Complex[] y)
    {
        int columns = shape[^1], rows = shape[^2];
        for (int i = 0; i < x.Length; i++)
        {
            int vector = factor is Factor.Columns ? i % columns : i / columns % rows;
            if (vector >= unique)
                x[i] = y[i] = Complex.Zero;
        }
    }

    private static string? Orthonormality(GoldenValue.Array array, Tolerance tolerance)
    {
        foreach (Complex[,] matrix in GoldenMatrices.Of(array))
        {
            int count = matrix.GetLength(1);
            for (int i = 0; i < count * count; i++)
            {
                Complex product = GoldenMatrices.ColumnProduct(matrix, i / count, matrix, i % count);
                double target = i / count == i % count ? 1 : 0;
                if ((product - target).Magnitude > 10 * (tolerance.Absolute + tolerance.Relative))
                    return $"columns {i / count} and {i % count} have the product {product}";
            }
        }
        return null;
    }
}
