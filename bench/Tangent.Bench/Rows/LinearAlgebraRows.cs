namespace Tangent.Bench;

/// <summary>Linear algebra, float32 unless it says otherwise: of one matrix, and of many small ones. A right side has as many columns as the matrix; those of small ones have one.</summary>
internal static class LinearAlgebraRows
{
    private static readonly string[] Systems = ["cholesky", "lu", "solve", "inv", "triangular"];
    private static readonly string[] ManySystems = ["cholesky", "lu", "inv", "solve"];

    public static IEnumerable<Row> All =>
    [
        .. Systems.SelectMany(name => Sizes(name, "")), .. Systems.SelectMany(name => Sizes(name, "-float64")),
        .. Spectral("qr", 0.8, 1.1), .. Spectral("eigh", 0.6, 0.9), .. Spectral("svd", 0.6, 0.9), .. Spectral("eig", 0.5, 0.8),
        .. ManySystems.Select(name => Many(name, 4, 10)), Many("svd", 3, 8), Many("eigh", 3, 8),
        new("solve-gradient", "solve 512 and gradient", Goal.Forward("solve-512", 3, 2.5)),
    ];

    private static IEnumerable<Row> Sizes(string name, string type) =>
    [
        Of(name, 64, type, 0.7, 1), Of(name, 512, type, 0.9, 1.2),
        type.Length > 0 ? Of(name, 1024, type, 0.9, 1.2) : Of(name, 1024, type, 0.9, 1.2, Goal.Scaling(1.5, 1.8)) with { IsParallel = true },
    ];

    private static IEnumerable<Row> Spectral(string name, double bar, double aim) => [Of(name, 512, "", bar, aim), Of(name, 1024, "", bar, aim)];

    private static Row Of(string name, int size, string type, double bar, double aim, params Goal[] more) =>
        new($"{name}-{size}{type}", $"{name} {size}{type.Replace("-", ", ")}", [Goal.Blas(bar, aim), Goal.Torch(bar, aim), .. more]);

    private static Row Many(string name, double bar, double aim) =>
        new($"{name}-1000x8", $"{name}, 1,000 x (8x8)", Goal.Blas(bar, aim), Goal.Torch(bar, aim));
}
