namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The matrix [n, m] with ones on a diagonal: the main one, or <paramref name="k"/> above it (below where negative).
    /// </summary>
    [Mlx("core.eye")]
    public static NDArray Eye(int n, int? m = null, int k = 0, DType dtype = DType.Float32) =>
        Diagonals.Embed(Ones(Diagonals.Length("Eye", n, m ?? n, k), dtype), n, m ?? n, k);

    /// <summary>The unit matrix [n, n].</summary>
    [Mlx("core.identity")]
    public static NDArray Identity(int n, DType dtype = DType.Float32) => Eye(n, n, 0, dtype);
}
