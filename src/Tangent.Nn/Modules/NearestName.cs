namespace Tangent.Layers;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>The name nearest to another; null where none is near.</summary>
    public static string? Of(string name, IEnumerable<string> names)
    {
        (string? nearest, int least) = (null, Math.Max(2, name.Length / 2));
        foreach (string candidate in names)
        {
            int distance = Distance(name, candidate, least);
            if (distance < least)
                (nearest, least) = (candidate, distance);
        }
        return nearest;
    }

    // Levenshtein 1966, row by row; whatever is at least the bound is as good as any.
    private static int Distance(string x, string y, int bound)
    {
        if (Math.Abs(x.Length - y.Length) >= bound)
            return bound;
        int[] row = [.. Enumerable.Range(0, y.Length + 1)];
        for (int i = 0; i < x.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < y.Length; j++)
            {
                int substituted = diagonal + (x[i] == y[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(substituted, Math.Min(row[j], diagonal) + 1);
            }
        }
        return row[^1];
    }
}
