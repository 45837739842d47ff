namespace Tangent.Kernels;

/// <summary>What a length is made of.</summary>
internal sealed class LineLength
{
    /// <summary>Larger prime factors cost more in a pass of their own, which is quadratic in them, than by a convolution.</summary>
    public const int LargestPrime = 61;

    private static readonly PlanTable<LineLength> Known = new();

    private LineLength(int length)
    {
        int rest = length;
        for (int prime = 2; prime <= LargestPrime; prime++)
            while (rest % prime == 0)
                rest /= prime;
        HasPasses = rest == 1;
        Rows = (int)Math.Sqrt(length);
        while (length % Rows != 0)
            Rows--;
        Columns = length / Rows;
    }

    /// <summary>True if every prime factor has a pass of its own.</summary>
    public bool HasPasses { get; }

    /// <summary>The smaller of the two factors that are nearest to each other.</summary>
    public int Rows { get; }

    /// <summary>The larger of the two factors that are nearest to each other.</summary>
    public int Columns { get; }

    /// <summary>What is known of a length.</summary>
    public static LineLength Of(int length) => Known.Of(length, 0, static (length, _) => new LineLength(length));
}
