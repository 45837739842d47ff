namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static readonly NDArray Rows = new[] { 2, 0, 2, -1 };
    private static readonly NDArray Places = Mx.Reshape(new[] { 0, 1, 2, 0, 1, 1 }, (2, 3));

    private static IEnumerable<Sample> IndexingFamily() =>
    [
        Of("Mx.Take", "rows, some twice", x => Mx.Take(x, Rows, 0), (3, 2)),
        Of("Mx.Take", "flattened", x => Mx.Take(x, Rows), (3, 2)),
        Of("Mx.Take", "columns", x => Mx.Take(x, Rows, 1), (2, 3)),
        Of("Mx.TakeAlongAxis", "rows, some twice", x => Mx.TakeAlongAxis(x, Places, 0), (3, 3)),
        Of("Mx.TakeAlongAxis", "places that depend on the input", x => Mx.TakeAlongAxis(x, Mx.ArgSort(x, 1), 1), (2, 3)),
        Of("Mx.PutAlongAxis", "source and values", (x, y) => Mx.PutAlongAxis(x, Places, y, 0), (3, 3), (2, 3)),
        Of("Mx.Take", "by brackets: integers, slices, arrays", x => x[1.., Rows] * x[..2, ^1..], (3, 4)),
        new("Mx.Take", "scattered sums", x => [Scattered(Kernels.ScatterMode.Add, x)], Numbers((3, 2)), Numbers((4, 1, 2), seed: 1)),
        new("Mx.Take", "scattered products", x => [Scattered(Kernels.ScatterMode.Multiply, x)], Numbers((3, 2)), Numbers((4, 1, 2), seed: 1)),
        new("Mx.Take", "scattered maxima", x => [Scattered(Kernels.ScatterMode.Maximum, x)], Numbers((3, 2)), Numbers((4, 1, 2), seed: 1)),
        new("Mx.Take", "scattered minima", x => [Scattered(Kernels.ScatterMode.Minimum, x)], Numbers((3, 2)), Numbers((4, 1, 2), seed: 1)),
        new("Mx.Take", "scattered, the last stays", x => [Scattered(Kernels.ScatterMode.Set, x)], Numbers((3, 2)), Numbers((4, 1, 2), seed: 1)),
    ];

    private static NDArray Scattered(Kernels.ScatterMode mode, NDArray[] x) => Scatter.Of("Scatter", mode, x[0], [Rows], x[1], 0);
}
