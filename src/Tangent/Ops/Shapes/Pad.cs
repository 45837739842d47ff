namespace Tangent;

public static partial class Mx
{
    /// <summary>The array with <paramref name="padWidth"/> elements more at either end of every axis.</summary>
    [Mlx("core.pad")]
    public static NDArray Pad(NDArray x, int padWidth, PadMode mode = PadMode.Constant, NDArray? constantValues = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Pad(x, (padWidth, padWidth), mode, constantValues);
    }

    /// <summary>The array with some elements more before and after every axis.</summary>
    [Mlx("core.pad")]
    public static NDArray Pad(NDArray x, (int Before, int After) padWidth, PadMode mode = PadMode.Constant, NDArray? constantValues = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Pad(x, [.. Enumerable.Repeat(padWidth, x.Rank)], mode, constantValues);
    }

    /// <summary>The array with some elements more before and after each axis.</summary>
    /// <param name="x">The array.</param>
    /// <param name="padWidth">For each axis how many elements to add at its start and at its end.</param>
    /// <param name="mode">What to add.</param>
    /// <param name="constantValues">The value for <see cref="PadMode.Constant"/>, 0 by default; an array broadcasts to the padded shape.</param>
    [Mlx("core.pad")]
    public static NDArray Pad(NDArray x, (int Before, int After)[] padWidth, PadMode mode = PadMode.Constant, NDArray? constantValues = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(padWidth);
        if (padWidth.Length != x.Rank)
            throw new ArgumentException($"Pad: {padWidth.Length} pairs of widths for an array of shape {x.Shape}.", nameof(padWidth));
        foreach ((int before, int after) in padWidth)
            if (before < 0 || after < 0)
                throw new ArgumentException($"Pad: the widths ({before}, {after}) are not both at least 0.", nameof(padWidth));
        if (mode == PadMode.Constant)
            return Padding.Constant(x, padWidth, constantValues ?? 0);
        for (int axis = 0; axis < x.Rank; axis++)
            x = Padding.Repeated(x, axis, padWidth[axis].Before, padWidth[axis].After, mode);
        return x.Share();
    }
}
