using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Schur's form of an upper Hessenberg matrix, H = Q·T·Qᴴ, by QR iterations with many shifts at a time, which are chased through windows on
/// the diagonal, all else being products (Braman, Byers and Mathias, "The multishift QR algorithm", 2002). T is triangular, but for two rows
/// together for each pair of conjugate eigenvalues of a real matrix.
/// </summary>
internal sealed unsafe class SchurForm<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    // So many rows have their form in one window.
    private const int RowsOfAWindow = 64;

    // Iterations without an eigenvalue, after which other shifts are tried, and after which there is no hope.
    private const int Patience = 6;
    private const int MostIterations = 60;

    private readonly T* h;
    private readonly long stride;
    private readonly int n;
    private readonly T* q;
    private readonly bool whole;

    private SchurForm(T* h, long stride, int n, T* q)
    {
        this.h = h;
        this.stride = stride;
        this.n = n;
        this.q = q;
        whole = q is not null;
    }

    /// <summary>Rows of the matrix lie so far apart.</summary>
    public long Stride => stride;

    /// <summary>The matrix.</summary>
    public T* H => h;

    /// <summary>
    /// h becomes T, and q [n, n], unless it is null, q·Q; without it only the blocks on the diagonal of T are right. False if the iteration does
    /// not end within its bound.
    /// </summary>
    public static bool Run(T* h, long stride, int n, T* q) => new SchurForm<T, TField>(h, stride, n, q).Run();

    /// <summary>Puts a window back, and reflects the rest of rows [low, high], or of all, and q, as it was reflected.</summary>
    public void Apply(in SchurWindow<T, TField> window, int low, int high)
    {
        int top = window.Top, size = window.Size, right = top + size, end = whole ? n : high + 1, first = whole ? 0 : low;
        T* turns = window.Turns;
        for (long i = 0; i < size; i++)
            new Span<T>(window.Block + i * size, size).CopyTo(new Span<T>(h + (top + i) * stride + top, size));
        using var adjoint = new Scratch<T>((long)size * size);
        for (long i = 0; i < size; i++)
            for (long j = 0; j < size; j++)
                adjoint.Pointer[j * size + i] = TField.Conjugate(turns[i * size + j]);
        Replace(h + top * stride + right, size, end - right, new((byte*)turns, size, size, size, 1), stride, true);
        Replace(h + first * stride + top, top - first, size, new((byte*)adjoint.Pointer, size, size, size, 1), stride, false);
        if (whole)
            Replace(q + top, n, size, new((byte*)adjoint.Pointer, size, size, size, 1), n, false);
    }

    // A part becomes factor·part, or part·factor.
    private static void Replace(T* part, int rows, int columns, StridedMatrix factor, long stride, bool isLeft)
    {
        if (rows <= 0 || columns <= 0)
            return;
        using var product = new Scratch<T>((long)rows * columns);
        var view = new StridedMatrix((byte*)part, rows, columns, stride, 1);
        ProductUpdate<T, TField>.Assign(product.Pointer, columns, isLeft ? factor : view, isLeft ? view : factor);
        for (long i = 0; i < rows; i++)
            new Span<T>(product.Pointer + i * columns, columns).CopyTo(new Span<T>(part + i * stride, columns));
    }

    private bool Run()
    {
        int high = n - 1;
        for (int iteration = 0; high >= 0; iteration++)
        {
            int low = Cut(high);
            if (high - low < RowsOfAWindow)
            {
                if (!Finish(low, high))
                    return false;
                (high, iteration) = (low - 1, -1);
                continue;
            }
            if (iteration == MostIterations)
                return false;
            var deflation = EarlyDeflation<T, TField>.Run(this, low, high);
            if (deflation.Count > 0)
                iteration = -1;
            high -= deflation.Count;
            if (deflation.IsWorthwhile || high - low < RowsOfAWindow)
                continue;
            Complex[] shifts = iteration % Patience == Patience - 1 ? OtherShifts(high, deflation.Shifts.Length) : deflation.Shifts;
            BulgeChain<T, TField>.Sweep(this, low, high, shifts);
        }
        return true;
    }

    // The first row of the last part that does not fall apart.
    private int Cut(int high)
    {
        int low = high;
        for (; low > 0; low--)
        {
            T* row = h + low * stride + low;
            double size = TField.Magnitude(row[0]) + TField.Magnitude(row[-stride - 1]), below = TField.Magnitude(row[-1]);
            if (below > SchurWindow<T, TField>.Epsilon * size && below >= 1e-30)
                continue;
            row[-1] = TField.Make(0, 0);
            break;
        }
        return low;
    }

    private bool Finish(int low, int high)
    {
        if (low == high)
            return true;
        using var window = new SchurWindow<T, TField>(h, stride, low, high - low + 1);
        if (!WindowSchur<T, TField>.Run(window))
            return false;
        Apply(window, low, high);
        return true;
    }

    private Complex[] OtherShifts(int high, int count)
    {
        var shifts = new Complex[count];
        for (int i = 0; i < count; i += 2)
        {
            T* row = h + (long)(high - i) * stride + high - i;
            double size = TField.Magnitude(row[-1]) + TField.Magnitude(row[-stride - 2]);
            Complex centre = new(TField.Real(row[0]) + 0.75 * size, TField.Imaginary(row[0]));
            (shifts[i], shifts[i + 1]) = (centre + new Complex(0, 0.66 * size), centre - new Complex(0, 0.66 * size));
        }
        return shifts;
    }
}
