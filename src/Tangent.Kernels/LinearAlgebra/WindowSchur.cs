using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Schur's form of a window, by one QR step with two shifts after the other: triangular, of a real matrix with two rows together for each pair
/// of conjugate eigenvalues.
/// </summary>
internal static unsafe class WindowSchur<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int MostIterations = 60;

    /// <summary>False if the iteration does not end within its bound.</summary>
    public static bool Run(in SchurWindow<T, TField> window)
    {
        int high = window.Size - 1;
        for (int iteration = 0; high > 0; iteration++)
        {
            int low = high;
            while (low > 0 && !window.IsNegligible(low))
                low--;
            if (low > 0)
                window[low, low - 1] = TField.Make(0, 0);
            if (low >= high - 1)
            {
                if (low < high)
                    FrancisStep<T, TField>.Split(window, low);
                high = low - 1;
                iteration = -1;
                continue;
            }
            if (iteration == MostIterations)
                return false;
            (Complex first, Complex second) = Shifts(window, high, iteration);
            FrancisStep<T, TField>.Start(window, low, high, first, second);
            for (int row = low + 1; row < high; row++)
                FrancisStep<T, TField>.Chase(window, row, high);
        }
        return true;
    }

    /// <summary>The eigenvalues on the diagonal of the first rows, once the window has Schur's form.</summary>
    public static List<Complex> Values(in SchurWindow<T, TField> window, int rows)
    {
        var values = new List<Complex>();
        for (int i = 0; i < rows; i++)
            if (i < rows - 1 && TField.Magnitude(window[i + 1, i]) != 0)
            {
                (Complex first, Complex second) = FrancisStep<T, TField>.Values(window, i++);
                values.Add(first);
                values.Add(second);
            }
            else
                values.Add(window.At(i, i));
        return values;
    }

    // Those of the last two rows; now and then others, against cycles.
    private static (Complex First, Complex Second) Shifts(in SchurWindow<T, TField> window, int high, int iteration)
    {
        if (iteration % 10 != 9)
            return FrancisStep<T, TField>.Values(window, high - 1);
        double size = TField.Magnitude(window[high, high - 1]) + TField.Magnitude(window[high - 1, high - 2]);
        Complex centre = window.At(high, high) + 0.75 * size;
        return (centre + new Complex(0, 0.66 * size), centre - new Complex(0, 0.66 * size));
    }
}
