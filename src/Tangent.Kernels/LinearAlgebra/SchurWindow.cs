using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// A block on the diagonal of an upper Hessenberg matrix, copied to lie close together, and the product Uᴴ of what it was reflected by from
/// the left since.
/// </summary>
internal readonly unsafe ref struct SchurWindow<T, TField> : IDisposable
    where T : unmanaged
    where TField : IField<T>
{
    /// <summary>Below this part of the elements beside it an element is zero.</summary>
    public static readonly double Epsilon = typeof(T) == typeof(double) || typeof(T) == typeof(Complex) ? 1.1e-16 : 6e-8;

    /// <summary>The first row in the matrix.</summary>
    public readonly int Top;

    /// <summary>Rows, and columns.</summary>
    public readonly int Size;

    private readonly Scratch<T> memory;

    /// <summary>Copies rows and columns from <paramref name="top"/> on.</summary>
    public SchurWindow(T* matrix, long stride, int top, int size)
    {
        (Top, Size) = (top, size);
        memory = new(2L * size * size + size);
        for (long i = 0; i < size; i++)
        {
            new Span<T>(matrix + (top + i) * stride + top, size).CopyTo(new Span<T>(Block + i * size, size));
            Turns[i * size + i] = TField.Make(1, 0);
        }
    }

    public T* Block => memory.Pointer;

    public T* Turns => memory.Pointer + (long)Size * Size;

    private T* Zeros => memory.Pointer + 2L * Size * Size;

    public ref T this[int i, int j] => ref Block[(long)i * Size + j];

    public Complex At(int i, int j) => new(TField.Real(this[i, j]), TField.Imaginary(this[i, j]));

    /// <summary>True if the element before the diagonal of a row is nothing beside those on the diagonal.</summary>
    public bool IsNegligible(int row)
    {
        double size = TField.Magnitude(this[row - 1, row - 1]) + TField.Magnitude(this[row, row]);
        double below = TField.Magnitude(this[row, row - 1]);
        return below <= Epsilon * size || below < 1e-30;
    }

    /// <summary>
    /// Reflects so that (x₀, x₁, x₂) of rows from <paramref name="row"/> on becomes (β, 0, 0), which is returned: rows from a column on, and
    /// columns down to a row. With two rows x₂ is not there.
    /// </summary>
    public T Reflect(T* x, int row, int count, int firstColumn, int lastRow)
    {
        T tau = Householder<T, TField>.Reflect(x, 1, count);
        T second = x[1], third = count > 2 ? x[2] : TField.Make(0, 0), factor = TField.Conjugate(tau);
        T* first = Block + (long)row * Size, turns = Turns + (long)row * Size;
        TField.Reflect(
            first + firstColumn, first + Size + firstColumn, count > 2 ? first + 2 * Size + firstColumn : Zeros, second, third, factor, Size - firstColumn);
        TField.Reflect(turns, turns + Size, count > 2 ? turns + 2 * Size : Zeros, second, third, factor, Size);
        ReflectColumns(row, count, second, third, tau, lastRow);
        return x[0];
    }

    public void Dispose() => memory.Dispose();

    private void ReflectColumns(int column, int count, T second, T third, T tau, int lastRow)
    {
        T conjugateOfSecond = TField.Conjugate(second), conjugateOfThird = TField.Conjugate(third);
        T* row = Block + column;
        for (int i = 0; i <= lastRow; i++, row += Size)
        {
            T sum = TField.Add(row[0], TField.Multiply(row[1], second));
            if (count > 2)
                sum = TField.Add(sum, TField.Multiply(row[2], third));
            sum = TField.Multiply(tau, sum);
            row[0] = TField.Subtract(row[0], sum);
            row[1] = TField.Subtract(row[1], TField.Multiply(sum, conjugateOfSecond));
            if (count > 2)
                row[2] = TField.Subtract(row[2], TField.Multiply(sum, conjugateOfThird));
        }
    }
}
