namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The convolution of [N, H, W, C] along two axes with filters [O, KH, KW, C / groups], not turned over: [N, P, Q, O]. 16-bit types are summed in
    /// float32 and rounded once.
    /// </summary>
    /// <param name="input">[N, H, W, C]; integers become float32.</param>
    /// <param name="weight">The filters [O, KH, KW, C / groups].</param>
    /// <param name="stride">By how much the window moves.</param>
    /// <param name="padding">Zeros at either end; negative to leave out elements.</param>
    /// <param name="dilation">Elements from one place of the window to the next.</param>
    /// <param name="groups">So many groups of channels, each with filters of its own.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or the window is larger than the padded input.</exception>
    [Mlx("core.conv2d")]
    public static NDArray Conv2d(NDArray input, NDArray weight, PerAxis? stride = null, PerAxis? padding = null, PerAxis? dilation = null, int groups = 1) => ConvolutionArguments.Apply(
        "Conv2d", 2, input, weight, stride, (padding ?? 0, padding ?? 0), dilation, inputDilation: null, groups, flip: false);
}
