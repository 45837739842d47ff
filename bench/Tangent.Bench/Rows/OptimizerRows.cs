namespace Tangent.Bench;

/// <summary>Steps of optimisers whose gradients are there, and what a model's parameters cost without them.</summary>
internal static class OptimizerRows
{
    private const double Bytes = 4.0 * OptimizerWorkloads.Arrays * OptimizerWorkloads.Elements;

    public static IEnumerable<Row> All =>
    [
        new("adam-step", "Adam over 100 arrays of 10⁵", Goal.Torch(1.5, 2)) { IsParallel = true, Work = Work.Moving(4 * Bytes, 3 * Bytes) },
        new("module-update", "collecting and updating a model of 200 arrays", Goal.Milliseconds(0.03, 0.01)),
    ];
}
