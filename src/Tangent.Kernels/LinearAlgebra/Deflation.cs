namespace Tangent.Kernels;

/// <summary>A rotation of two rows: (x, y) becomes (c·x + s·y, c·y − s·x).</summary>
internal readonly record struct RowRotation(int First, int Second, double C, double S);

/// <summary>The columns in which a row of vectors is not zero, when two halves are merged.</summary>
internal enum RowKind : byte
{
    Top,
    Mixed,
    Bottom,
}

/// <summary>
/// What of diag(d) + z·zᵀ need not be solved for: where z is negligible, d stays; where two d are as good as equal, a rotation makes one z
/// zero. It changes the matrix by no more than the tolerance, and takes equal poles apart.
/// </summary>
internal sealed class Deflation
{
    private readonly double tolerance;
    private readonly double weight;

    /// <summary>
    /// Of the rows of both halves with their d and z. Unless it is negative, row <paramref name="fixedRow"/>, whose d is 0 and which is below all
    /// others, stays as it is. z counts for the matrix <paramref name="weight"/> times.
    /// </summary>
    public Deflation(double[] d, double[] z, RowKind[] kinds, int fixedRow, double tolerance, double weight)
    {
        (D, Z, Kinds, this.tolerance, this.weight) = (d, z, kinds, tolerance, weight);
        if (fixedRow >= 0)
        {
            Kept.Add(fixedRow);
            z[fixedRow] = Math.Max(z[fixedRow], tolerance);
        }
        int previous = -1;
        foreach (int row in Order(d))
            previous = row == fixedRow ? previous : Add(previous, row);
        if (previous >= 0)
            Kept.Add(previous);
        if (fixedRow >= 0 && Kept.Count > 1)
            d[Kept[1]] = Math.Max(d[Kept[1]], tolerance / 2);
    }

    public double[] D { get; }

    public double[] Z { get; }

    public RowKind[] Kinds { get; }

    /// <summary>Rows that are solved for, by ascending d.</summary>
    public List<int> Kept { get; } = [];

    /// <summary>Rows that are vectors of the whole already.</summary>
    public List<int> Deflated { get; } = [];

    /// <summary>What is to be done to the rows before, in order.</summary>
    public List<RowRotation> Rotations { get; } = [];

    /// <summary>The indices of numbers, by ascending numbers.</summary>
    public static int[] Order(double[] numbers)
    {
        var order = new int[numbers.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort((double[])numbers.Clone(), order);
        return order;
    }

    // The row that waits for one that is equal to it.
    private int Add(int previous, int row)
    {
        if (Math.Abs(Z[row]) * weight <= tolerance)
        {
            Deflated.Add(row);
            return previous;
        }
        if (previous < 0)
            return row;
        double length = double.Hypot(Z[row], Z[previous]), c = Z[row] / length, s = Z[previous] / length, gap = D[row] - D[previous];
        if (Math.Abs(gap * c * s) > tolerance)
        {
            Kept.Add(previous);
            return row;
        }
        (Z[row], Z[previous]) = (length, 0);
        double lower = D[previous];
        D[previous] += gap * s * s;
        D[row] = lower + gap * c * c;
        if (Kinds[row] != Kinds[previous])
            (Kinds[row], Kinds[previous]) = (RowKind.Mixed, RowKind.Mixed);
        Rotations.Add(new(previous, row, c, -s));
        Deflated.Add(previous);
        return row;
    }
}
