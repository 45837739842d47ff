namespace Tangent.Bench;

/// <summary>One piece of work of the table. The libraries' own parts bear the same name in their workloads.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Title">What is measured; float32 unless it says otherwise.</param>
/// <param name="Goals">What it has to reach, a line of the table each.</param>
internal sealed record Row(string Name, string Title, params Goal[] Goals)
{
    /// <summary>How many operations one call does; times are printed for one.</summary>
    public int Operations { get; init; } = 1;

    /// <summary>Whether more threads can help: then it is measured with all of them too.</summary>
    public bool IsParallel { get; init; }

    /// <summary>What the work needs, where that is known.</summary>
    public Work? Work { get; init; }

    public static IReadOnlyList<Row> All { get; } =
    [
        .. MatMulRows.All, .. ElementwiseRows.All, .. ReductionRows.All, .. NormalizationRows.All,
        .. MovementRows.All, .. FourierRows.All, .. LinearAlgebraRows.All, .. NeuralRows.All, .. NetworkRows.All, .. OptimizerRows.All, .. FileRows.All, .. SmallRows.All,
    ];
}
