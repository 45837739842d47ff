namespace Tangent.Kernels;

/// <summary>
/// Singular values by one-sided Jacobi rotations of the rows of R, after A = Q·R (Demmel and Veselić, "Jacobi's method is more accurate
/// than QR", 1992): small singular values of graded matrices are as accurate as they can be.
/// </summary>
internal static unsafe class JacobiSvd<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int MostSweeps = 60;
    private const double Epsilon = 2.3e-16;

    /// <summary>
    /// a [rows, columns] = u·diag(values)·vh, values in descending order; thin, or with square u and vh if <paramref name="full"/>. False if
    /// the sweeps do not end within their bound.
    /// </summary>
    public static bool Run(T* a, int rows, int columns, bool full, bool vectors, T* u, double* values, T* vh)
    {
        if (rows >= columns)
            return RunTall(a, rows, columns, full ? rows : columns, vectors, u, values, vh);
        using var adjoint = new Scratch<T>((long)rows * columns);
        using var right = new Scratch<T>((long)columns * columns);
        using var left = new Scratch<T>((long)rows * rows);
        int width = full ? columns : rows;
        TiledCopy<T, TField>.Adjoint(a, rows, columns, adjoint.Pointer);
        if (!RunTall(adjoint.Pointer, columns, rows, width, vectors, right.Pointer, values, left.Pointer))
            return false;
        TiledCopy<T, TField>.Adjoint(left.Pointer, rows, rows, u);
        TiledCopy<T, TField>.Adjoint(right.Pointer, columns, width, vh);
        return true;
    }

    private static bool RunTall(T* a, int rows, int n, int width, bool vectors, T* u, double* values, T* vh)
    {
        using var q = new Scratch<T>((long)rows * width);
        using var r = new Scratch<T>((long)width * n);
        using var turned = new Scratch<T>((long)n * n);
        T* x = r.Pointer, turns = turned.Pointer;
        Qr<T, TField>.Run(a, rows, n, width, q.Pointer, x);
        for (int i = 0; i < n; i++)
            turns[(long)i * n + i] = TField.Make(1, 0);
        if (!Sweep(x, turns, n, vectors))
            return false;
        for (int i = 0; i < n; i++)
            values[i] = Norm(x + (long)i * n, n);
        if (vectors)
        {
            Normalize(x, n, values, vh);
            Left(q.Pointer, turns, rows, n, width, u);
        }
        new Span<double>(values, n).Sort((first, second) => second.CompareTo(first));
        return true;
    }

    // Each row is made orthogonal to each other, the longest first, until none turns any more.
    private static bool Sweep(T* x, T* turns, int n, bool vectors)
    {
        bool isTurning = n > 1;
        for (int sweep = 0; isTurning; sweep++)
        {
            if (sweep == MostSweeps)
                return false;
            isTurning = false;
            SortRows(x, turns, n);
            for (int i = 0; i < n - 1; i++)
                for (int j = i + 1; j < n; j++)
                    isTurning |= Turn(x + (long)i * n, x + (long)j * n, turns + (long)i * n, turns + (long)j * n, n, vectors);
        }
        SortRows(x, turns, n);
        return true;
    }

    private static bool Turn(T* x, T* y, T* turnsOfX, T* turnsOfY, int n, bool vectors)
    {
        double lengthOfX = Norm(x, n), lengthOfY = Norm(y, n);
        if (lengthOfX == 0 || lengthOfY == 0)
            return false;
        T product = TField.ConjugateDot(y, x, n);
        double size = TField.Magnitude(product);
        if (!(size > Math.Max(8, Math.Sqrt(n)) * Epsilon * lengthOfX * lengthOfY))
            return false;
        double cosine = TField.Real(product);
        if (TField.DType.IsComplex)
        {
            T phase = TField.Divide(product, TField.Make(size, 0));
            Scale(y, phase, n);
            Scale(turnsOfY, phase, n);
            cosine = size;
        }
        double zeta = (lengthOfY - lengthOfX) * (lengthOfY + lengthOfX) / (2 * cosine);
        double tangent = Math.CopySign(1, zeta) / (Math.Abs(zeta) + double.Hypot(1, zeta));
        double c = 1 / Math.Sqrt(1 + tangent * tangent), s = c * tangent;
        TField.Rotate(x, y, c, -s, n);
        if (vectors)
            TField.Rotate(turnsOfX, turnsOfY, c, -s, n);
        return true;
    }

    private static void SortRows(T* x, T* turns, int n)
    {
        var lengths = new double[n];
        for (int i = 0; i < n; i++)
            lengths[i] = Norm(x + (long)i * n, n);
        for (int i = 0; i < n - 1; i++)
        {
            int longest = i;
            for (int j = i + 1; j < n; j++)
                if (lengths[j] > lengths[longest])
                    longest = j;
            if (longest == i)
                continue;
            (lengths[i], lengths[longest]) = (lengths[longest], lengths[i]);
            for (int k = 0; k < n; k++)
            {
                (x[(long)i * n + k], x[(long)longest * n + k]) = (x[(long)longest * n + k], x[(long)i * n + k]);
                (turns[(long)i * n + k], turns[(long)longest * n + k]) = (turns[(long)longest * n + k], turns[(long)i * n + k]);
            }
        }
    }

    // Rows of length 1; where a row is zero, one that is orthogonal to all others.
    private static void Normalize(T* x, int n, double* lengths, T* vh)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                vh[(long)i * n + j] = lengths[i] == 0 ? TField.Make(0, 0) : TField.Divide(x[(long)i * n + j], TField.Make(lengths[i], 0));
        int candidate = 0;
        for (int i = 0; i < n; i++)
            while (lengths[i] == 0 && !Complete(vh, n, i, candidate++))
                ;
    }

    private static bool Complete(T* vh, int n, int row, int candidate)
    {
        T* target = vh + (long)row * n;
        new Span<T>(target, n).Clear();
        target[candidate] = TField.Make(1, 0);
        for (int pass = 0; pass < 2; pass++)
            for (int i = 0; i < n; i++)
                if (i != row)
                {
                    T factor = TField.ConjugateDot(vh + (long)i * n, target, n);
                    TField.SubtractRows(target, vh + (long)i * n, 0, &factor, 1, n);
                }
        double length = Norm(target, n);
        if (length * length * 2 * n < 1)
        {
            new Span<T>(target, n).Clear();
            return false;
        }
        Scale(target, TField.Make(1 / length, 0), n);
        return true;
    }

    // u = q·(turnsᴴ, and the identity for further columns)
    private static void Left(T* q, T* turns, int rows, int n, int width, T* u)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < n; i++)
                u[(long)row * width + i] = TField.ConjugateDot(turns + (long)i * n, q + (long)row * width, n);
            for (int i = n; i < width; i++)
                u[(long)row * width + i] = q[(long)row * width + i];
        }
    }

    private static double Norm(T* x, int n) => Math.Sqrt(TField.Real(TField.ConjugateDot(x, x, n)));

    private static void Scale(T* x, T factor, int n)
    {
        for (int i = 0; i < n; i++)
            x[i] = TField.Multiply(x[i], factor);
    }
}
