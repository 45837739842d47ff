using System.Numerics;

namespace Tangent.Tests.Golden;

/// <summary>Eigenvectors of small real symmetric matrices, by Jacobi's method of plane rotations.</summary>
public static class SymmetricEigenvectors
{
    private const int Sweeps = 30;

    /// <summary>The eigenvectors as columns, in no particular order.</summary>
    public static double[,] Of(Complex[,] matrix)
    {
        int n = matrix.GetLength(0);
        var a = new double[n, n];
        var v = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            v[i, i] = 1;
            for (int j = 0; j < n; j++)
                a[i, j] = matrix[i, j].Real;
        }
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int p = 0; p < n; p++)
            {
                for (int q = p + 1; q < n; q++)
                    Annihilate(a, v, p, q);
            }
        }
        return v;
    }

    // Rotates in the plane of axes p and q by the angle that makes a[p,q] zero.
    private static void Annihilate(double[,] a, double[,] v, int p, int q)
    {
        if (a[p, q] == 0)
            return;
        double angle = 0.5 * Math.Atan2(2 * a[p, q], a[q, q] - a[p, p]);
        (double sin, double cos) = Math.SinCos(angle);
        for (int k = 0; k < a.GetLength(0); k++)
            (a[k, p], a[k, q]) = (cos * a[k, p] - sin * a[k, q], sin * a[k, p] + cos * a[k, q]);
        for (int k = 0; k < a.GetLength(0); k++)
            (a[p, k], a[q, k]) = (cos * a[p, k] - sin * a[q, k], sin * a[p, k] + cos * a[q, k]);
        for (int k = 0; k < a.GetLength(0); k++)
            (v[k, p], v[k, q]) = (cos * v[k, p] - sin * v[k, q], sin * v[k, p] + cos * v[k, q]);
    }
}
