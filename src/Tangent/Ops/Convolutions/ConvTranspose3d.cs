namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The transposed convolution of [N, D, H, W, C] along three axes with filters [O, KD, KH, KW, C / groups]: every element of the input adds its multiple of the
    /// filters to the result, <paramref name="stride"/> further on than the one before. Undoes the shape of <see cref="Conv3d"/>.
    /// </summary>
    /// <param name="input">[N, D, H, W, C]; integers become float32.</param>
    /// <param name="weight">The filters [O, KD, KH, KW, C / groups].</param>
    /// <param name="stride">Elements of the result from where one element of the input begins to where the next does.</param>
    /// <param name="padding">Elements of the result to leave out at either end.</param>
    /// <param name="dilation">Elements from one place of the window to the next.</param>
    /// <param name="outputPadding">Elements of the result more at the end.</param>
    /// <param name="groups">So many groups of channels, each with filters of its own.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or nothing of the result remains.</exception>
    [Mlx("core.conv_transpose3d")]
    public static NDArray ConvTranspose3d(NDArray input, NDArray weight, PerAxis? stride = null, PerAxis? padding = null, PerAxis? dilation = null, PerAxis? outputPadding = null, int groups = 1) => ConvolutionArguments.Apply(
        "ConvTranspose3d", 3, input, weight, stride: 1, ConvolutionArguments.Transposed("ConvTranspose3d", 3, input, weight, padding, dilation, outputPadding), dilation, inputDilation: stride, groups, flip: true);
}
