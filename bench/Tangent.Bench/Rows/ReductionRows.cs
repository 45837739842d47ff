namespace Tangent.Bench;

/// <summary>Reductions of a 4096×1024 matrix, of all elements and along either axis; running sums; sorting.</summary>
internal static class ReductionRows
{
    private const double Bytes = 4.0 * 4096 * 1024;
    private static readonly string[] Names = ["sum", "max", "argmax", "var", "logsumexp"];
    private static readonly string[] Places = ["all", "axis0", "axis1"];

    public static IEnumerable<Row> All =>
    [
        .. Names.SelectMany(Reductions),
        Running(0),
        Running(1),
        new("sort-1e6", "sort, 10⁶", Goal.Torch(1, 1.5)) { IsParallel = true, Work = new() { Elements = 1e6 } },
    ];

    private static IEnumerable<Row> Reductions(string name) => Places.Select(place =>
        new Row($"{name}-{place}", $"{name} over {place.Replace("axis", "axis ")}, 4096x1024", Goal.Torch(1, 1.5))
        {
            IsParallel = true,
            Work = Work.Moving(Bytes, 0),
        });

    private static Row Running(int axis) => new($"cumsum-axis{axis}", $"cumulative sum along axis {axis}, 4096x1024", Goal.Torch(1, 1.5))
    {
        IsParallel = true,
        Work = Work.Moving(Bytes, Bytes),
    };
}
