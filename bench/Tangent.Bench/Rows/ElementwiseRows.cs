namespace Tangent.Bench;

/// <summary>Elementwise work on long arrays. At 10⁷ the memory of the results is reused, in TorchSharp by working in place.</summary>
internal static class ElementwiseRows
{
    public static IEnumerable<Row> All =>
    [
        Chain("1e3", "10³", 1e3, Goal.Torch(1.5, 3)),
        Chain("1e6", "10⁶", 1e6, Goal.Torch(4, 6)),
        Chain("1e7", "10⁷", 1e7, Goal.Torch(8, 12)),
        new("elementwise-jvp", "jvp of that chain, 10⁶", Goal.Forward("elementwise-1e6", 1.5, 1.3)) { IsParallel = true, Work = Work.Moving(8e6, 8e6) },
        .. Passes("1e6", "10⁶", 1e6), .. Passes("1e7", "10⁷", 1e7),
    ];

    private static Row Chain(string size, string title, double count, Goal goal) => new($"elementwise-{size}", $"x*tanh(x)+exp(-x*x), {title}", goal)
    {
        IsParallel = count > 1e3,
        Work = new() { Elements = count },
    };

    private static IEnumerable<Row> Passes(string size, string title, double count) =>
    [
        Pass("add", "add", size, title, count, 8, 4),
        Pass("multiply", "multiply", size, title, count, 8, 4),
        Pass("copy", "copy of a window", size, title, count, 4, 4),
        Pass("float32-float16", "float32 to float16", size, title, count, 4, 2),
        Pass("float16-float32", "float16 to float32", size, title, count, 2, 4),
        Pass("float32-bfloat16", "float32 to bfloat16", size, title, count, 4, 2),
        Pass("bfloat16-float32", "bfloat16 to float32", size, title, count, 2, 4),
    ];

    private static Row Pass(string name, string what, string size, string title, double count, int read, int written) =>
        new($"{name}-{size}", $"{what}, {title}", Goal.Torch(1, 1.2)) { IsParallel = true, Work = Work.Moving(read * count, written * count) };
}
