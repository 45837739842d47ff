namespace Tangent;

public static partial class Mx
{
    /// <summary>The array with at least one axis: a scalar becomes [1].</summary>
    [Mlx("core.atleast_1d")]
    public static NDArray AtLeast1D(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank == 0 ? Reshape(x, 1) : x.Share();
    }

    /// <summary>Each array with at least one axis.</summary>
    [Mlx("core.atleast_1d")]
    public static NDArray[] AtLeast1D(params NDArray[] arrays)
    {
        Operands.Require(arrays);
        return [.. arrays.Select(AtLeast1D)];
    }

    /// <summary>The array with at least two axes: a scalar becomes [1, 1] and a vector [1, n].</summary>
    [Mlx("core.atleast_2d")]
    public static NDArray AtLeast2D(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank < 2 ? ExpandDims(AtLeast1D(x), 0) : x.Share();
    }

    /// <summary>Each array with at least two axes.</summary>
    [Mlx("core.atleast_2d")]
    public static NDArray[] AtLeast2D(params NDArray[] arrays)
    {
        Operands.Require(arrays);
        return [.. arrays.Select(AtLeast2D)];
    }

    /// <summary>The array with at least three axes: a scalar becomes [1, 1, 1], a vector [1, n, 1] and a matrix [m, n, 1].</summary>
    [Mlx("core.atleast_3d")]
    public static NDArray AtLeast3D(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank < 3 ? ExpandDims(AtLeast2D(x), 2) : x.Share();
    }

    /// <summary>Each array with at least three axes.</summary>
    [Mlx("core.atleast_3d")]
    public static NDArray[] AtLeast3D(params NDArray[] arrays)
    {
        Operands.Require(arrays);
        return [.. arrays.Select(AtLeast3D)];
    }
}
