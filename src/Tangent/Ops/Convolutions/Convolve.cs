namespace Tangent;

public static partial class Mx
{
    /// <summary>The discrete convolution of two arrays of one axis, as in NumPy: Σ_j a[j]·v[i − j]. The longer one may be either.</summary>
    /// <param name="a">An array of one axis.</param>
    /// <param name="v">Another one.</param>
    /// <param name="mode">Which places of the result to give.</param>
    /// <exception cref="ArgumentException">An array has not one axis, or no elements.</exception>
    [Mlx("core.convolve")]
    public static NDArray Convolve(NDArray a, NDArray v, ConvolutionMode mode = ConvolutionMode.Full)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(v);
        if (a.Rank != 1 || v.Rank != 1 || a.Size == 0 || v.Size == 0)
            throw new ArgumentException($"Convolve: the arrays need one axis with elements; the shapes are {a.Shape} and {v.Shape}.", a.Rank != 1 || a.Size == 0 ? nameof(a) : nameof(v));
        if (a.Size < v.Size)
            (a, v) = (v, a);
        int length = v.Shape[0];
        (PerAxis Low, PerAxis High) padding = mode switch
        {
            ConvolutionMode.Full => (length - 1, length - 1),
            ConvolutionMode.Same => (length / 2, (length - 1) / 2),
            ConvolutionMode.Valid => (0, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, $"Convolve: there is no mode {mode}."),
        };
        NDArray y = ConvolutionArguments.Apply(
            "Convolve", 1, Reshape(a, (1, -1, 1)), Reshape(v, (1, -1, 1)), null, padding, null, null, 1, flip: true);
        return Reshape(y, -1);
    }
}
