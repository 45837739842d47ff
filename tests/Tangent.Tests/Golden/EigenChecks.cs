using System.Numerics;

namespace Tangent.Tests.Golden;

/// <summary>Checks of eigenvalues in any order, and of eigenvectors up to a factor of size 1.</summary>
public static class EigenChecks
{
    /// <summary>Compares eigenvalues.</summary>
    public static string? Values(GoldenValue.Array actual, GoldenValue.Array expected, Tolerance tolerance)
    {
        foreach (int[] lane in GoldenLanes.Along(actual.Shape, -1))
        {
            Complex[] x = Pick(actual, lane), y = Pick(expected, lane);
            Complex[] matched = [.. Match(x, y).Select(i => x[i])];
            if (GoldenCompare.Numbers(matched, y, [y.Length], tolerance) is string difference)
                return $"eigenvalues: {difference}";
        }
        return null;
    }

    /// <summary>Compares eigenvalues and the columns that are their eigenvectors.</summary>
    public static string? ValuesAndVectors(
        GoldenValue.Array values, GoldenValue.Array vectors,
        GoldenValue.Array expectedValues, GoldenValue.Array expectedVectors, Tolerance tolerance)
    {
        if (Values(values, expectedValues, tolerance) is string difference)
            return difference;
        int[][] lanes = [.. GoldenLanes.Along(values.Shape, -1)];
        Complex[][,] x = GoldenMatrices.Of(vectors), y = GoldenMatrices.Of(expectedVectors);
        for (int i = 0; i < lanes.Length; i++)
        {
            int[] match = Match(Pick(values, lanes[i]), Pick(expectedValues, lanes[i]));
            if (Vectors(x[i], y[i], match, tolerance) is string defect)
                return defect;
        }
        return null;
    }

    private static string? Vectors(Complex[,] actual, Complex[,] expected, int[] match, Tolerance tolerance)
    {
        int rows = expected.GetLength(0);
        for (int column = 0; column < match.Length; column++)
        {
            Complex factor = GoldenMatrices.ColumnProduct(actual, match[column], expected, column);
            factor /= factor.Magnitude;
            Complex[] x = [.. Enumerable.Range(0, rows).Select(row => actual[row, match[column]] * factor)];
            Complex[] y = [.. Enumerable.Range(0, rows).Select(row => expected[row, column])];
            if (GoldenCompare.Numbers(x, y, [rows], tolerance) is string difference)
                return $"eigenvector {column}, up to a factor: {difference}";
        }
        return null;
    }

    // The nearest value that is left for each recorded one: sorting would tear apart pairs whose real parts differ by rounding.
    private static int[] Match(Complex[] actual, Complex[] expected)
    {
        var left = Enumerable.Range(0, actual.Length).ToList();
        var match = new int[expected.Length];
        for (int i = 0; i < match.Length; i++)
        {
            match[i] = left.MinBy(j => (actual[j] - expected[i]).Magnitude);
            left.Remove(match[i]);
        }
        return match;
    }

    private static Complex[] Pick(GoldenValue.Array array, int[] lane) =>
        [.. lane.Select(index => GoldenElements.Number(array, index))];
}
