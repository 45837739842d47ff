namespace Tangent;

public static partial class Mx
{
    /// <summary>The matrix [n, m] with ones on the k-th diagonal and below it, and zeros above.</summary>
    [Mlx("core.tri")]
    public static NDArray Tri(int n, int? m = null, int k = 0, DType dtype = DType.Float32)
    {
        if (n < 0 || m < 0)
            throw new ArgumentException($"Tri: a matrix cannot have {n} rows and {m ?? n} columns.", n < 0 ? nameof(n) : nameof(m));
        int width = m ?? n;
        DType places = n + (long)width <= int.MaxValue ? DType.Int32 : DType.Int64;
        NDArray rows = Iota.Along(0, 2, n, places);
        NDArray columns = Iota.Along(1, 2, width, places);
        return AsType(GreaterEqual(rows + Math.Clamp(k, -n, width), columns), dtype);
    }

    /// <summary>The matrices [..., m, n] with zeros above the k-th diagonal.</summary>
    [Mlx("core.tril")]
    public static NDArray Tril(NDArray x, int k = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Where(Below("Tril", x, k), x, ZerosLike(x));
    }

    /// <summary>The matrices [..., m, n] with zeros below the k-th diagonal.</summary>
    [Mlx("core.triu")]
    public static NDArray Triu(NDArray x, int k = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        return k == int.MinValue ? x.Share() : Where(Below("Triu", x, k - 1), ZerosLike(x), x);
    }

    private static NDArray Below(string function, NDArray x, int k) => x.Rank >= 2
        ? Tri(x.Shape[^2], x.Shape[^1], k, DType.Bool)
        : throw new ArgumentException($"{function}: an array of shape {x.Shape} holds no matrices.", nameof(x));
}
