using System.Numerics;

namespace Tangent;

/// <summary>
/// Columns in groups of which no two share a row: a tangent that moves a whole group shows each of its entries alone (Curtis, Powell and
/// Reid 1974). Greedy, by number of entries, the most first.
/// </summary>
internal sealed class Coloring
{
    private const int Bits = 64;

    private Coloring(int[] colors, int count)
    {
        Colors = colors;
        Count = count;
    }

    /// <summary>The group of each column.</summary>
    public int[] Colors { get; }

    /// <summary>Number of groups.</summary>
    public int Count { get; }

    /// <summary>Groups of columns. For groups of rows, the two change places.</summary>
    public static Coloring Of(IReadOnlyList<int> rows, int rowCount, IReadOnlyList<int> columns, int columnCount)
    {
        int[][] rowsOf = RowsOfColumns(rows, columns, columnCount);
        var taken = new List<ulong>[rowCount];
        for (int row = 0; row < rowCount; row++)
            taken[row] = [];
        var colors = new int[columnCount];
        int count = 0;
        foreach (int column in Enumerable.Range(0, columnCount).OrderByDescending(column => rowsOf[column].Length))
        {
            // One without an entry needs no tangent.
            if (rowsOf[column].Length == 0)
            {
                colors[column] = -1;
                continue;
            }
            int color = FirstFree(rowsOf[column], taken);
            colors[column] = color;
            count = Math.Max(count, color + 1);
            foreach (int row in rowsOf[column])
                Take(taken[row], color);
        }
        return new Coloring(colors, count);
    }

    private static int[][] RowsOfColumns(IReadOnlyList<int> rows, IReadOnlyList<int> columns, int columnCount)
    {
        var rowsOf = new List<int>[columnCount];
        for (int column = 0; column < columnCount; column++)
            rowsOf[column] = [];
        for (int i = 0; i < rows.Count; i++)
            rowsOf[columns[i]].Add(rows[i]);
        return Array.ConvertAll(rowsOf, list => list.ToArray());
    }

    private static int FirstFree(int[] rows, List<ulong>[] taken)
    {
        for (int word = 0; ; word++)
        {
            ulong used = 0;
            foreach (int row in rows)
                used |= word < taken[row].Count ? taken[row][word] : 0;
            if (used != ulong.MaxValue)
                return (word * Bits) + BitOperations.TrailingZeroCount(~used);
        }
    }

    private static void Take(List<ulong> taken, int color)
    {
        while (taken.Count <= color / Bits)
            taken.Add(0);
        taken[color / Bits] |= 1UL << (color % Bits);
    }
}
