namespace Tangent;

/// <summary>Diagonals of matrices as evenly spaced parts of their elements in row-major order.</summary>
internal static class Diagonals
{
    /// <summary>The number of elements of a diagonal, <paramref name="offset"/> above the main one.</summary>
    public static int Length(string function, int rows, int columns, int offset)
    {
        if (rows < 0 || columns < 0)
            throw new ArgumentException($"{function}: a matrix cannot have {rows} rows and {columns} columns.");
        long length = Math.Min(rows + Math.Min(0L, offset), columns - Math.Max(0L, offset));
        return (int)Math.Max(0, length);
    }

    /// <summary>A diagonal of every matrix [..., rows, columns].</summary>
    public static NDArray Of(string function, NDArray x, int offset)
    {
        int rows = x.Shape[^2];
        int columns = x.Shape[^1];
        NDArray rowMajor = Mx.Reshape(x, [.. x.Shape.Lengths[..^2], Area(function, rows, columns)]);
        Region all = Region.Full(rowMajor.Shape);
        (int start, int step) = Place(columns, offset);
        return Slice.Of(rowMajor, all.With(rowMajor.Rank - 1, start, Length(function, rows, columns, offset), step));
    }

    /// <summary>The matrix [rows, columns] with a vector on a diagonal and zeros elsewhere.</summary>
    public static NDArray Embed(string function, NDArray x, int rows, int columns, int offset)
    {
        NDArray zeros = Mx.Zeros(Area(function, rows, columns), x.DType);
        (int start, int step) = Place(columns, offset);
        return Mx.Reshape(SliceUpdate.Of(zeros, x, new Region([start], [step], x.Shape)), (rows, columns));
    }

    private static int Area(string function, int rows, int columns) => (long)rows * columns <= int.MaxValue
        ? rows * columns
        : throw new ArgumentException($"{function}: a matrix of shape [{rows},{columns}] has more than 2^31 - 1 elements.");

    // Saturating: a diagonal that is not there may be any distance away, and then nothing is read.
    private static (int Start, int Step) Place(int columns, int offset)
    {
        long start = offset >= 0 ? offset : -(long)offset * columns;
        return ((int)Math.Min(start, int.MaxValue), (int)Math.Min(columns + 1L, int.MaxValue));
    }
}
