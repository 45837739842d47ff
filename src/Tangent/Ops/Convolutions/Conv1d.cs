namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The convolution of [N, L, C] along an axis with filters [O, K, C / groups], not turned over: [N, M, O]. 16-bit types are summed in
    /// float32 and rounded once.
    /// </summary>
    /// <param name="input">[N, L, C]; integers become float32.</param>
    /// <param name="weight">The filters [O, K, C / groups].</param>
    /// <param name="stride">By how much the window moves.</param>
    /// <param name="padding">Zeros at either end; negative to leave out elements.</param>
    /// <param name="dilation">Elements from one place of the window to the next.</param>
    /// <param name="groups">So many groups of channels, each with filters of its own.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or the window is larger than the padded input.</exception>
    [Mlx("core.conv1d")]
    public static NDArray Conv1d(NDArray input, NDArray weight, int stride = 1, int padding = 0, int dilation = 1, int groups = 1) => ConvolutionArguments.Apply(
        "Conv1d", 1, input, weight, stride, (padding, padding), dilation, inputDilation: null, groups, flip: false);
}
