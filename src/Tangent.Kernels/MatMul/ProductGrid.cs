namespace Tangent.Kernels;

/// <summary>How one product is cut into rectangles of the output, one for each thread that works on it.</summary>
internal readonly record struct ProductGrid(int RowParts, int ColumnParts)
{
    // Cuts between columns fall on full tiles of float32 at every vector width.
    private const int ColumnStep = 32;

    // Below this many operations a thread takes longer to wake than to work.
    private const double OperationsPerThread = 2e6;

    public int Count => RowParts * ColumnParts;

    /// <summary>The threads worth using for a number of operations.</summary>
    public static int Threads(double operations) =>
        (int)Math.Clamp(operations / OperationsPerThread, 1, Workers.Count);

    /// <summary>Cuts for the given number of threads, or fewer, such that the least is packed twice.</summary>
    public static ProductGrid For(int threads, int rows, int columns)
    {
        var best = new ProductGrid(1, 1);
        double least = double.PositiveInfinity;
        for (int rowParts = 1; rowParts <= threads; rowParts++)
        {
            int columnParts = threads / rowParts;
            bool fits = (rowParts == 1 || rows / rowParts >= 16) && (columnParts == 1 || columns / columnParts >= 2 * ColumnStep);
            double packed = (double)rows / rowParts + (double)columns / columnParts;
            if (fits && threads % rowParts == 0 && packed < least)
                (best, least) = (new(rowParts, columnParts), packed);
        }
        return best;
    }

    /// <summary>The first row of a part.</summary>
    public int RowStart(int rows, int part) => (int)((long)rows * part / RowParts);

    /// <summary>The first column of a part.</summary>
    public int ColumnStart(int columns, int part) => part == ColumnParts
        ? columns
        : (int)(((long)columns * part / ColumnParts + ColumnStep / 2) / ColumnStep * ColumnStep);
}
