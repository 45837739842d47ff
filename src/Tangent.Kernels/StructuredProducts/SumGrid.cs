namespace Tangent.Kernels;

/// <summary>Sums of products, each a rectangle of the output, for threads to share.</summary>
internal static class SumGrid
{
    /// <summary>Runs a part for each rectangle of each sum.</summary>
    /// <param name="sums">How many sums there are.</param>
    /// <param name="rows">Of each.</param>
    /// <param name="columns">Of each.</param>
    /// <param name="operations">Of all together.</param>
    /// <param name="part">Sums up a rectangle: of which sum, and the first row and column, and how many.</param>
    public static void Run(long sums, int rows, int columns, double operations, Action<long, SumPart> part)
    {
        int threads = ProductGrid.Threads(operations);
        ProductGrid grid = sums >= 4L * threads ? new(1, 1) : ProductGrid.For(threads, rows, columns);
        long parts = sums * grid.Count;
        Workers.For(parts, Workers.Grain(parts, threads), (start, end) =>
        {
            for (long index = start; index < end; index++)
            {
                (int rowPart, int columnPart) = Math.DivRem((int)(index % grid.Count), grid.ColumnParts);
                int row = grid.RowStart(rows, rowPart), column = grid.ColumnStart(columns, columnPart);
                part(index / grid.Count, new(row, grid.RowStart(rows, rowPart + 1) - row, column, grid.ColumnStart(columns, columnPart + 1) - column));
            }
        });
    }
}

/// <summary>A rectangle of an output.</summary>
internal readonly record struct SumPart(int Row, int Rows, int Column, int Columns);
