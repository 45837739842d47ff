using System.Numerics;

namespace Tangent.Tests.Golden;

/// <summary>The check of samples of a multivariate normal distribution.</summary>
public static class NormalChecks
{
    /// <summary>
    /// Compares samples x = mean + V·z, where V holds the eigenvectors of the covariance matrix, up to the sign of each
    /// column of V: the coordinates Vᵀ(x − mean) must agree up to one sign for each axis.
    /// </summary>
    public static string? UpToSigns(GoldenCase golden, GoldenValue.Array actual, GoldenValue.Array expected)
    {
        Complex[] mean = GoldenElements.Numbers((GoldenValue.Array)golden.Arguments[0]);
        double[,] vectors = SymmetricEigenvectors.Of(GoldenMatrices.Of((GoldenValue.Array)golden.Arguments[1])[0]);
        for (int axis = 0; axis < mean.Length; axis++)
        {
            Complex[] x = Coordinates(actual, mean, vectors, axis), y = Coordinates(expected, mean, vectors, axis);
            Complex[] opposite = [.. x.Select(value => -value)];
            if (GoldenCompare.Numbers(x, y, [y.Length], golden.Tolerance) is string difference
                && GoldenCompare.Numbers(opposite, y, [y.Length], golden.Tolerance) is not null)
                return $"along eigenvector {axis}, up to its sign: {difference}";
        }
        return null;
    }

    private static Complex[] Coordinates(GoldenValue.Array samples, Complex[] mean, double[,] vectors, int axis)
    {
        int length = mean.Length;
        var coordinates = new Complex[samples.Count / length];
        for (int i = 0; i < samples.Count; i++)
            coordinates[i / length] += (GoldenElements.Number(samples, i) - mean[i % length]) * vectors[i % length, axis];
        return coordinates;
    }
}
