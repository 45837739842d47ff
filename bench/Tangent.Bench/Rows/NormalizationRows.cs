namespace Tangent.Bench;

/// <summary>Functions of the rows of a 4096×1024 matrix, and with their gradients.</summary>
internal static class NormalizationRows
{
    private const double Bytes = 4.0 * 4096 * 1024;

    public static IEnumerable<Row> All =>
    [
        .. Rows("softmax", Bytes), .. Rows("cross-entropy", 0), .. Rows("layer-norm", Bytes), .. Rows("rms-norm", Bytes),
    ];

    // The gradient reads x and, where the value is a matrix, its cotangent, and writes both results.
    private static IEnumerable<Row> Rows(string name, double written) =>
    [
        New(name, $"{name}, 4096x1024", Work.Moving(Bytes, written)),
        New($"{name}-gradient", $"{name} and gradient, 4096x1024", Work.Moving(Bytes + written, Bytes + written)),
    ];

    private static Row New(string name, string title, Work work) => new(name, title, Goal.Torch(1.3, 2)) { IsParallel = true, Work = work };
}
