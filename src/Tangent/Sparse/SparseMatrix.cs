namespace Tangent;

/// <summary>A matrix of which only the places of a pattern are kept (coordinates, row by row). Its values are an array like any other.</summary>
/// <param name="Pattern">The places.</param>
/// <param name="Values">The value at each place, [places].</param>
public sealed record SparseMatrix(SparsityPattern Pattern, NDArray Values)
{
    /// <summary>Number of rows and of columns.</summary>
    public Shape Shape => (Pattern.RowCount, Pattern.ColumnCount);

    /// <summary>The row of each value.</summary>
    public IReadOnlyList<int> Rows => Pattern.Rows;

    /// <summary>The column of each value.</summary>
    public IReadOnlyList<int> Columns => Pattern.Columns;

    /// <summary>Where the values of each row begin, and where the last end: [rows + 1], as in compressed rows.</summary>
    public int[] RowStarts()
    {
        var starts = new int[Pattern.RowCount + 1];
        foreach (int row in Rows)
            starts[row + 1]++;
        for (int row = 0; row < Pattern.RowCount; row++)
            starts[row + 1] += starts[row];
        return starts;
    }

    /// <summary>The whole matrix, [rows, columns].</summary>
    public NDArray ToDense()
    {
        NDArray zeros = Tangents.Zeros(new(Shape, Values.DType));
        return Pattern.Count == 0 ? zeros : zeros.At[Indices(Rows), Indices(Columns)].Add(Values);
    }

    /// <summary>The product with a vector [columns].</summary>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public NDArray Multiply(NDArray vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if (vector.Rank != 1 || vector.Shape[0] != Pattern.ColumnCount)
            throw new ArgumentException($"SparseMatrix.Multiply: the vector has shape {vector.Shape}, the matrix {Shape}.", nameof(vector));
        NDArray terms = Values * Mx.Take(vector, Indices(Columns));
        return Mx.Zeros(Pattern.RowCount, terms.DType).At[Indices(Rows)].Add(terms);
    }

    private static NDArray Indices(IReadOnlyList<int> places) => NDArray.Copy<int>([.. places], DType.Int32, new Shape([places.Count]));
}
