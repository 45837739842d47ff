using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Eigenvalues at the end of a Hessenberg matrix that are right although no element beside the diagonal is small: Schur's form of a window
/// there takes the element before it apart, and where that leaves nothing, an eigenvalue is found (Braman, Byers and Mathias, "The multishift
/// QR algorithm II: aggressive early deflation", 2002). The form is taken in the order in which it comes.
/// </summary>
internal readonly unsafe struct EarlyDeflation<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    // So many windows of a hundred make another look worth more than a sweep.
    private const int WorthwhilePercent = 14;

    private EarlyDeflation(int count, int size, Complex[] shifts) => (Count, IsWorthwhile, Shifts) = (count, 100 * count > WorthwhilePercent * size, shifts);

    /// <summary>Eigenvalues that were found.</summary>
    public int Count { get; }

    /// <summary>True if so many were that more may be found at once.</summary>
    public bool IsWorthwhile { get; }

    /// <summary>What of the window was not, from the last on; of a real matrix in conjugate or real pairs.</summary>
    public Complex[] Shifts { get; }

    /// <summary>Looks at the end of rows [low, high], which are more than a window.</summary>
    public static EarlyDeflation<T, TField> Run(SchurForm<T, TField> form, int low, int high)
    {
        int size = BulgeChain<T, TField>.ShiftsFor(high - low + 1) * 3 / 2, top = high - size + 1;
        using var window = new SchurWindow<T, TField>(form.H, form.Stride, top, size);
        T* corner = form.H + top * form.Stride + top - 1;
        int kept = size;
        bool exists = WindowSchur<T, TField>.Run(window);
        while (exists && kept > 0 && IsNegligible(window, kept - 1, TField.Magnitude(*corner), out int rows))
            kept -= rows;
        Complex[] shifts = exists ? Pairs(WindowSchur<T, TField>.Values(window, kept == 0 ? size : kept)) : [];
        if (!exists || kept == size)
            return new(0, size, exists ? shifts : Pairs(Diagonal(window)));
        *corner = kept == 0 ? TField.Make(0, 0) : Restore(window, kept, *corner);
        form.Apply(window, low, high);
        return new(size - kept, size, shifts);
    }

    private static bool IsNegligible(in SchurWindow<T, TField> window, int row, double before, out int rows)
    {
        bool isPair = row > 0 && TField.Magnitude(window[row, row - 1]) != 0;
        rows = isPair ? 2 : 1;
        double size = TField.Magnitude(window[row, row]), part = TField.Magnitude(window.Turns[(long)row * window.Size]);
        if (isPair)
        {
            size += Math.Sqrt(TField.Magnitude(window[row, row - 1]) * TField.Magnitude(window[row - 1, row]));
            part = Math.Max(part, TField.Magnitude(window.Turns[(row - 1L) * window.Size]));
        }
        return before * part <= Math.Max(1e-30, SchurWindow<T, TField>.Epsilon * (size == 0 ? before : size));
    }

    // Hessenberg's form of the first rows, and of the column before them; the element before the window is returned.
    private static T Restore(in SchurWindow<T, TField> window, int rows, T before)
    {
        int size = window.Size;
        using var memory = new Scratch<T>(2L * size);
        T* column = memory.Pointer, work = column + size;
        for (int i = 0; i < rows; i++)
            column[i] = TField.Multiply(window.Turns[(long)i * size], before);
        T first = Reflect(window, column, 0, rows, 0, work);
        for (int k = 0; k < rows - 2; k++)
        {
            for (int i = k + 1; i < rows; i++)
                (column[i], window[i, k]) = (window[i, k], TField.Make(0, 0));
            window[k + 1, k] = Reflect(window, column + k + 1, k + 1, rows, k + 1, work);
        }
        return first;
    }

    // From both sides, so that of the vector, which stands for rows from a row on, one element is left, which is returned.
    private static T Reflect(in SchurWindow<T, TField> window, T* vector, int row, int rows, int firstColumn, T* work)
    {
        int size = window.Size, count = rows - row;
        T tau = Householder<T, TField>.Reflect(vector, 1, count), result = *vector, factor = TField.Conjugate(tau);
        T* first = window.Block + (long)row * size;
        Householder<T, TField>.Apply(vector, 1, factor, first + firstColumn, size, count, size - firstColumn, work);
        Householder<T, TField>.Apply(vector, 1, factor, window.Turns + (long)row * size, size, count, size, work);
        *vector = TField.Make(1, 0);
        for (int i = 0; i < count; i++)
            work[i] = TField.Conjugate(vector[i]);
        for (int i = 0; i < rows; i++)
        {
            T sum = TField.Multiply(tau, TField.Dot(window.Block + (long)i * size + row, vector, count));
            TField.SubtractRows(window.Block + (long)i * size + row, work, 0, &sum, 1, count);
        }
        return result;
    }

    private static List<Complex> Diagonal(in SchurWindow<T, TField> window)
    {
        var values = new List<Complex>();
        for (int i = 0; i < window.Size; i++)
            values.Add(TField.DType.IsComplex ? window.At(i, i) : window.At(i, i).Real);
        return values;
    }

    // From the last on, conjugate ones together; a real one that is left over is taken twice.
    private static Complex[] Pairs(List<Complex> values)
    {
        var pairs = new List<Complex>();
        Complex? single = null;
        for (int i = values.Count - 1; i >= 0; i--)
            if (!TField.DType.IsComplex && values[i].Imaginary != 0)
                pairs.AddRange([values[i], values[--i]]);
            else if (single is { } other)
            {
                pairs.AddRange([other, values[i]]);
                single = null;
            }
            else
                single = values[i];
        if (single is { } last)
            pairs.AddRange([last, last]);
        return [.. pairs];
    }
}
