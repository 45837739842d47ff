namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The convolution of [N, D, H, W, C] along three axes with filters [O, KD, KH, KW, C / groups], not turned over: [N, M, P, Q, O]. 16-bit types are summed in
    /// float32 and rounded once.
    /// </summary>
    /// <param name="input">[N, D, H, W, C]; integers become float32.</param>
    /// <param name="weight">The filters [O, KD, KH, KW, C / groups].</param>
    /// <param name="stride">By how much the window moves.</param>
    /// <param name="padding">Zeros at either end; negative to leave out elements.</param>
    /// <param name="dilation">Elements from one place of the window to the next.</param>
    /// <param name="groups">So many groups of channels, each with filters of its own.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or the window is larger than the padded input.</exception>
    [Mlx("core.conv3d")]
    public static NDArray Conv3d(NDArray input, NDArray weight, PerAxis? stride = null, PerAxis? padding = null, PerAxis? dilation = null, int groups = 1) => ConvolutionArguments.Apply(
        "Conv3d", 3, input, weight, stride, (padding ?? 0, padding ?? 0), dilation, inputDilation: null, groups, flip: false);
}
