namespace Tangent.Bench;

/// <summary>Matrix products, and contractions that are made of them.</summary>
internal static class MatMulRows
{
    public static IEnumerable<Row> All =>
    [
        Square("matmul-256", "matmul 256", 256),
        Square("matmul-512", "matmul 512", 512),
        Square("matmul-1024", "matmul 1024", 1024),
        Square("matmul-2048", "matmul 2048", 2048, Goal.Scaling(1.7, 1.9)),
        Square("matmul-1000", "matmul 1000", 1000),
        Square("matmul-777", "matmul 777", 777),
        Square("matmul-transposed-right", "matmul 1024, A·Bᵀ", 1024),
        Square("matmul-transposed-left", "matmul 1024, Aᵀ·B", 1024),
        new("matmul-float64", "matmul 1024, float64", Goal.Blas(0.95, 1.05)) { IsParallel = true, Work = new() { Operations = 4.0 * 1024 * 1024 * 1024 } },
        Product("matmul-batched", "matmul 64 x (64·64)", 64 * 64, 64, 64, Goal.Torch(1.3, 2)),
        Product("matmul-vector", "matrix·vector 4096²", 4096, 1, 4096, Goal.Torch(1, 1.2)),
        Product("matmul-skinny", "matmul 8x4096·4096x4096", 8, 4096, 4096, Goal.Torch(1, 1.5)),
        new("einsum-chain", "einsum of a chain, 16x512·512x512·512x512", Goal.Torch(1, 1.3)) { IsParallel = true, Work = new() { Operations = 2.0 * 16 * 512 * (512 + 512) } },
        new("einsum-batched", "einsum bihd,bjhd->bhij, 8x128x8x64", Goal.Torch(1, 1.3)) { IsParallel = true, Work = new() { Operations = 2.0 * 8 * 8 * 128 * 128 * 64 } },
    ];

    private static Row Square(string name, string title, int size, params Goal[] more) =>
        Product(name, title, size, size, size, [Goal.Torch(2, 2.4), Goal.Blas(0.95, 1.08), .. more]);

    private static Row Product(string name, string title, int m, int n, int k, params Goal[] goals) =>
        new(name, title, goals) { IsParallel = true, Work = Work.Product(m, n, k) };
}
