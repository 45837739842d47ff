using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>A convolution along any axes with every freedom; see <see cref="ConvGeneral(NDArray, NDArray, PerAxis?, ValueTuple{PerAxis, PerAxis}, PerAxis?, PerAxis?, int, bool)"/>.</summary>
    /// <param name="input">[N, …, C], with one to three axes between.</param>
    /// <param name="weight">The filters [O, …, C / groups].</param>
    /// <param name="stride">By how much the window moves along each axis.</param>
    /// <param name="padding">Zeros at either end of each axis; negative to leave out elements.</param>
    /// <param name="kernelDilation">Elements from one place of the window to the next.</param>
    /// <param name="inputDilation">Places from one element of the input to the next, with zeros between.</param>
    /// <param name="groups">So many groups of channels, each with filters of its own.</param>
    /// <param name="flip">True to turn the filters over, as mathematicians do.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or the window is larger than the padded input.</exception>
    [Mlx("core.conv_general")]
    [OverloadResolutionPriority(1)]
    public static NDArray ConvGeneral(
        NDArray input, NDArray weight, PerAxis? stride = null, PerAxis? padding = null, PerAxis? kernelDilation = null,
        PerAxis? inputDilation = null, int groups = 1, bool flip = false) =>
        ConvGeneral(input, weight, stride, (padding ?? 0, padding ?? 0), kernelDilation, inputDilation, groups, flip);

    /// <summary>
    /// Sums of products of [N, …, C] with filters [O, …, C / groups] in a window that moves along the axes between: [N, …, O]. Integers become
    /// float32; 16-bit types are summed in float32 and rounded once.
    /// </summary>
    /// <param name="input">[N, …, C], with one to three axes between.</param>
    /// <param name="weight">The filters [O, …, C / groups].</param>
    /// <param name="stride">By how much the window moves along each axis.</param>
    /// <param name="padding">Zeros before the first and behind the last element of each axis; negative to leave out elements.</param>
    /// <param name="kernelDilation">Elements from one place of the window to the next.</param>
    /// <param name="inputDilation">Places from one element of the input to the next, with zeros between.</param>
    /// <param name="groups">So many groups of channels, each with filters of its own.</param>
    /// <param name="flip">True to turn the filters over, as mathematicians do.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or the window is larger than the padded input.</exception>
    [Mlx("core.conv_general")]
    public static NDArray ConvGeneral(
        NDArray input, NDArray weight, PerAxis? stride = null, (PerAxis Low, PerAxis High) padding = default, PerAxis? kernelDilation = null,
        PerAxis? inputDilation = null, int groups = 1, bool flip = false) =>
        ConvolutionArguments.Apply("ConvGeneral", null, input, weight, stride, padding, kernelDilation, inputDilation, groups, flip);
}
