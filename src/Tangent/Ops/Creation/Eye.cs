namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The matrix [n, m] with ones on a diagonal: the main one, or <paramref name="k"/> above it (below where negative).
    /// </summary>
    [Mlx("core.eye")]
    public static NDArray Eye(int n, int? m = null, int k = 0, DType dtype = DType.Float32) => OnesAlong("Eye", n, m ?? n, k, dtype);

    /// <summary>The unit matrix [n, n].</summary>
    [Mlx("core.identity")]
    public static NDArray Identity(int n, DType dtype = DType.Float32) => OnesAlong("Identity", n, n, 0, dtype);

    private static NDArray OnesAlong(string function, int rows, int columns, int diagonal, DType dtype) =>
        Diagonals.Embed(function, Ones(Diagonals.Length(function, rows, columns, diagonal), dtype), rows, columns, diagonal);
}
