namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The transposed convolution of [N, L, C] along an axis with filters [O, K, C / groups]: every element of the input adds its multiple of the
    /// filters to the result, <paramref name="stride"/> further on than the one before. Undoes the shape of <see cref="Conv1d"/>.
    /// </summary>
    /// <param name="input">[N, L, C]; integers become float32.</param>
    /// <param name="weight">The filters [O, K, C / groups].</param>
    /// <param name="stride">Elements of the result from where one element of the input begins to where the next does.</param>
    /// <param name="padding">Elements of the result to leave out at either end.</param>
    /// <param name="dilation">Elements from one place of the window to the next.</param>
    /// <param name="outputPadding">Elements of the result more at the end.</param>
    /// <param name="groups">So many groups of channels, each with filters of its own.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or nothing of the result remains.</exception>
    [Mlx("core.conv_transpose1d")]
    public static NDArray ConvTranspose1d(NDArray input, NDArray weight, int stride = 1, int padding = 0, int dilation = 1, int outputPadding = 0, int groups = 1) => ConvolutionArguments.Apply(
        "ConvTranspose1d", 1, input, weight, stride: 1, ConvolutionArguments.Transposed("ConvTranspose1d", 1, input, weight, padding, dilation, outputPadding), dilation, inputDilation: stride, groups, flip: true);
}
