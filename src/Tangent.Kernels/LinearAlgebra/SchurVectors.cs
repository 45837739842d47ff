using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Eigenvectors of Schur's form by substitution, blocks of rows at a time. Those of a pair of conjugate values of a real matrix are two columns,
/// the real and the imaginary part for the first of them.
/// </summary>
internal readonly unsafe ref struct SchurVectors<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int BlockRows = 48;
    private const int BlockColumns = 128;

    // Larger elements than this make a vector smaller.
    private const double Largest = 1e10;

    private readonly T* t;
    private readonly long stride;
    private readonly int n;
    private readonly Complex* values;
    private readonly T* x;
    private readonly double smallest;

    private SchurVectors(T* t, long stride, int n, Complex* values, T* x)
    {
        this.t = t;
        this.stride = stride;
        this.n = n;
        this.values = values;
        this.x = x;
        for (int i = 0; i < n; i++)
            smallest = Math.Max(smallest, Complex.Abs(values[i]));
        smallest = Math.Max(smallest * SchurWindow<T, TField>.Epsilon, 1e-30);
    }

    /// <summary>The values on the diagonal, of conjugate ones that with a positive imaginary part first.</summary>
    public static void SetValues(T* t, long stride, int n, Complex* values)
    {
        for (int i = 0; i < n; i++)
        {
            if (!IsPair(t, stride, n, i))
            {
                values[i] = At(t, stride, i, i);
                continue;
            }
            using var window = new SchurWindow<T, TField>(t, stride, i, 2);
            (Complex first, Complex second) = FrancisStep<T, TField>.Values(window, 0);
            (values[i], values[i + 1]) = first.Imaginary > 0 ? (first, Complex.Conjugate(first)) : (second, Complex.Conjugate(second));
            i++;
        }
    }

    /// <summary>Columns of vectors [n, n], q times those of t, which has the values on its diagonal.</summary>
    public static void Run(T* t, long stride, int n, Complex* values, T* q, T* vectors)
    {
        using var memory = new Scratch<T>((long)n * n);
        T* x = memory.Pointer;
        new SchurVectors<T, TField>(t, stride, n, values, x).Substitute();
        for (int column = 0; column < n; column += BlockColumns)
        {
            // A pair reaches one row below the diagonal.
            int columns = Math.Min(BlockColumns, n - column), rows = Math.Min(n, column + columns + 1);
            ProductUpdate<T, TField>.Assign(
                vectors + column, n, new((byte*)q, n, rows, n, 1), new((byte*)(x + column), rows, columns, n, 1));
        }
    }

    private static Complex At(T* t, long stride, int i, int j)
    {
        T element = t[i * stride + j];
        return new(TField.Real(element), TField.Imaginary(element));
    }

    // True if a row and the next stand for two conjugate values.
    private static bool IsPair(T* t, long stride, int n, int row) =>
        !TField.DType.IsComplex && row < n - 1 && row >= 0 && TField.Magnitude(t[(row + 1) * stride + row]) != 0;

    private void Substitute()
    {
        for (int end = n; end > 0;)
        {
            int start = Math.Max(0, end - BlockRows);
            if (IsPair(t, stride, n, start - 1))
                start--;
            for (int row = end - 1; row >= start; row--)
            {
                bool isPair = IsPair(t, stride, n, row - 1);
                row -= isPair ? 1 : 0;
                SolveRows(row, isPair ? 2 : 1, end);
            }
            ProductUpdate<T, TField>.Subtract(
                x + start, n, new((byte*)(t + start), start, end - start, stride, 1), new((byte*)(x + (long)start * n + start), end - start, n - start, n, 1));
            end = start;
        }
    }

    // One row of the system, or two that belong together, for the vectors of all values behind.
    private void SolveRows(int row, int rows, int end)
    {
        int next = row + rows;
        SetOwn(row, rows);
        for (int i = row; i < next; i++)
            TField.SubtractRows(x + (long)i * n + next, x + (long)next * n + next, n, t + i * stride + next, end - next, n - next);
        for (int column = next; column < n; column++)
        {
            bool isPair = !TField.DType.IsComplex && values[column].Imaginary != 0;
            double size = rows == 1 ? SolveOne(row, column, isPair) : SolveTwo(row, column, isPair);
            if (size > Largest)
                Shrink(column, isPair ? 2 : 1, 1 / size);
            column += isPair ? 1 : 0;
        }
    }

    private void SetOwn(int row, int rows)
    {
        T* first = x + (long)row * n + row;
        if (rows == 1)
        {
            *first = TField.Make(1, 0);
            return;
        }
        Complex beside = At(t, stride, row, row + 1), below = At(t, stride, row + 1, row);
        bool isUpper = Complex.Abs(beside) >= Complex.Abs(below);
        Complex upper = isUpper ? 1 : (values[row] - At(t, stride, row + 1, row + 1)) / below;
        Complex lower = isUpper ? (values[row] - At(t, stride, row, row)) / beside : 1;
        (first[0], first[1]) = (TField.Make(upper.Real, 0), TField.Make(upper.Imaginary, 0));
        (first[n], first[n + 1]) = (TField.Make(lower.Real, 0), TField.Make(lower.Imaginary, 0));
    }

    private double SolveOne(int row, int column, bool isPair)
    {
        Complex gap = At(t, stride, row, row) - values[column];
        if (Complex.Abs(gap) < smallest)
            gap = smallest;
        return Set(row, column, isPair, Get(row, column, isPair) / gap);
    }

    private double SolveTwo(int row, int column, bool isPair)
    {
        Complex a = At(t, stride, row, row) - values[column], b = At(t, stride, row, row + 1);
        Complex c = At(t, stride, row + 1, row), d = At(t, stride, row + 1, row + 1) - values[column];
        Complex determinant = a * d - b * c;
        double least = smallest * Math.Max(Complex.Abs(a) + Complex.Abs(b), Complex.Abs(c) + Complex.Abs(d));
        if (Complex.Abs(determinant) < least)
            determinant = least;
        Complex first = Get(row, column, isPair), second = Get(row + 1, column, isPair);
        double size = Set(row, column, isPair, (d * first - b * second) / determinant);
        return Math.Max(size, Set(row + 1, column, isPair, (a * second - c * first) / determinant));
    }

    private Complex Get(int row, int column, bool isPair)
    {
        T* element = x + (long)row * n + column;
        return isPair ? new(TField.Real(element[0]), TField.Real(element[1])) : new(TField.Real(*element), TField.Imaginary(*element));
    }

    private double Set(int row, int column, bool isPair, Complex value)
    {
        T* element = x + (long)row * n + column;
        element[0] = isPair ? TField.Make(value.Real, 0) : TField.Make(value.Real, value.Imaginary);
        if (isPair)
            element[1] = TField.Make(value.Imaginary, 0);
        return Math.Abs(value.Real) + Math.Abs(value.Imaginary);
    }

    private void Shrink(int column, int columns, double factor)
    {
        T scale = TField.Make(factor, 0);
        for (long i = 0; i < n; i++)
            for (int j = column; j < column + columns; j++)
                x[i * n + j] = TField.Multiply(x[i * n + j], scale);
    }
}
