namespace Tangent;

/// <summary>The places of a matrix that may differ from zero, row by row and in each row by column.</summary>
public sealed class SparsityPattern
{
    private SparsityPattern(int rowCount, int columnCount, int[] rows, int[] columns)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Number of rows of the matrix.</summary>
    public int RowCount { get; }

    /// <summary>Number of columns of the matrix.</summary>
    public int ColumnCount { get; }

    /// <summary>The row of each place.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The column of each place.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>Number of places.</summary>
    public int Count => Rows.Count;

    /// <summary>A pattern from its places, in any order; repeated ones count once.</summary>
    /// <exception cref="ArgumentException">A place is outside the matrix.</exception>
    public static SparsityPattern Of(int rowCount, int columnCount, IEnumerable<(int Row, int Column)> places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        ArgumentNullException.ThrowIfNull(places);
        (int Row, int Column)[] sorted = [.. places.Distinct().Order()];
        foreach ((int row, int column) in sorted)
            if (row < 0 || row >= rowCount || column < 0 || column >= columnCount)
                throw new ArgumentException($"SparsityPattern.Of: the place ({row}, {column}) is outside a matrix of {rowCount} rows and {columnCount} columns.", nameof(places));
        return new(rowCount, columnCount, [.. sorted.Select(place => place.Row)], [.. sorted.Select(place => place.Column)]);
    }

    /// <summary>The places where a matrix is not zero, or true.</summary>
    /// <param name="mask">[rows, columns]; it is evaluated.</param>
    /// <exception cref="ArgumentException">It is no matrix.</exception>
    public static SparsityPattern Of(NDArray mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        if (mask.Rank != 2)
            throw new ArgumentException($"SparsityPattern.Of: the mask has shape {mask.Shape}; it must be a matrix.", nameof(mask));
        int columns = mask.Shape[1];
        bool[] isPlace = Mx.AsType(mask, DType.Bool).ToArray<bool>();
        return Of(mask.Shape[0], columns, Enumerable.Range(0, isPlace.Length).Where(i => isPlace[i]).Select(i => (i / columns, i % columns)));
    }

    /// <summary>A pattern of the columns of each row, in order.</summary>
    internal static SparsityPattern Of(int[][] columnsOfRows, int columnCount)
    {
        int[] rows = [.. columnsOfRows.SelectMany((columns, row) => Enumerable.Repeat(row, columns.Length))];
        return new(columnsOfRows.Length, columnCount, rows, [.. columnsOfRows.SelectMany(columns => columns)]);
    }
}
