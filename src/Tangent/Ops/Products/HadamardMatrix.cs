using System.Collections.Concurrent;

namespace Tangent;

/// <summary>Matrices of 1 and −1 whose rows are orthogonal.</summary>
internal static class HadamardMatrix
{
    /// <summary>Sizes beside the powers of two that a transform can have as one factor.</summary>
    public static readonly int[] OtherSizes = [12, 20, 28];

    /// <summary>The largest power of two that is one factor: more of them together take fewer operations than one product.</summary>
    public const int LargestPower = 64;

    private static readonly ConcurrentDictionary<int, NDArray> Known = new();

    /// <summary>The matrix of a size, in float32.</summary>
    public static NDArray Of(int size) => Known.GetOrAdd(size, static n =>
    {
        var signs = new float[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                signs[i, j] = IsPositive(n, i, j) ? 1 : -1;
        return signs;
    });

    private static bool IsPositive(int size, int row, int column) => size switch
    {
        12 => Paley(row, column),
        20 => Williamson(row, column, "+----", "+----", "++--+", "+-++-"),
        28 => Williamson(row, column, "+------", "++----+", "+-+--+-", "+--++--"),
        _ => int.PopCount(row & column) % 2 == 0, // Sylvester
    };

    // Paley's second construction over the field of 5 elements, whose squares are 0, 1 and 4.
    private static bool Paley(int row, int column)
    {
        int i = row / 2, j = column / 2;
        bool areBothOdd = row % 2 == 1 && column % 2 == 1;
        if (i == j)
            return row % 2 == 0 && column % 2 == 0;
        bool isSquare = i == 0 || j == 0 || (i - j + 5) % 5 is 1 or 4;
        return isSquare != areBothOdd;
    }

    // Williamson's array [A B C D; −B A −D C; −C D A −B; −D −C B A] of symmetric circulants, given by their first rows.
    private static bool Williamson(int row, int column, params ReadOnlySpan<string> first)
    {
        int n = first[0].Length, i = row / n, j = column / n;
        bool isNegated = j == 0 ? i > 0 : (i, j) is (1, 2) or (2, 3) or (3, 1);
        return (first[i ^ j][(column - row + (4 * n)) % n] == '+') != isNegated;
    }
}
