namespace Tangent.Bench;

/// <summary>One row of the table. The libraries' own parts bear the same name in their workloads.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Title">What is measured; float32 unless it says otherwise.</param>
/// <param name="Operations">How many operations one call does; times are printed for one.</param>
internal sealed record Row(string Name, string Title, int Operations = 1)
{
    public static IReadOnlyList<Row> All { get; } =
    [
        new("elementwise-1e6", "x*tanh(x)+exp(-x*x), 10^6"),
        new("matmul-1024", "matmul 1024"),
        new("scalar-value", "scalar multiply, call to value"),
        new("scalar-chain", "chain of 1,000 scalar multiplies, per op", 1_000),
        .. Reductions("sum"), .. Reductions("max"), .. Reductions("argmax"), .. Reductions("var"), .. Reductions("logsumexp"),
        .. Rows("softmax"), .. Rows("cross-entropy"), .. Rows("layer-norm"), .. Rows("rms-norm"),
        new("cumsum-axis0", "cumulative sum along axis 0, 4096x1024"),
        new("cumsum-axis1", "cumulative sum along axis 1, 4096x1024"),
        new("sort-1e6", "sort, 10^6"),
    ];

    private static Row[] Reductions(string name) =>
        [.. new[] { "all", "axis0", "axis1" }.Select(place => new Row($"{name}-{place}", $"{name} over {place.Replace("axis", "axis ")}, 4096x1024"))];

    private static Row[] Rows(string name) =>
        [new(name, $"{name}, 4096x1024"), new($"{name}-gradient", $"{name} and its gradient, 4096x1024")];
}
