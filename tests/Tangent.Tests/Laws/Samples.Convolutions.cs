namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static IEnumerable<Sample> ConvolutionFamily() =>
    [
        Of("Mx.Conv1d", "plain", (x, w) => Mx.Conv1d(x, w), (2, 6, 3), (4, 3, 3)),
        Of("Mx.Conv1d", "stride, padding, dilation", (x, w) => Mx.Conv1d(x, w, stride: 2, padding: 3, dilation: 2), (1, 7, 2), (3, 3, 2)),
        Of("Mx.Conv1d", "groups", (x, w) => Mx.Conv1d(x, w, padding: 1, groups: 2), (2, 5, 4), (6, 3, 2)),
        Of("Mx.Conv1d", "a window of one place", (x, w) => Mx.Conv1d(x, w), (2, 4, 3), (2, 1, 3)),
        Of("Mx.Conv1d", "a window as long as the input", (x, w) => Mx.Conv1d(x, w, padding: 1), (3, 6, 2), (2, 6, 2)),
        Of("Mx.Conv1d", "no elements in the batch", (x, w) => Mx.Conv1d(x, w), (0, 5, 2), (3, 2, 2)),
        Of("Mx.Conv1d", "no channels", (x, w) => Mx.Conv1d(x, w, padding: 1), (2, 4, 0), (3, 2, 0)),
        Of("Mx.Conv2d", "plain", (x, w) => Mx.Conv2d(x, w), (2, 4, 5, 2), (3, 3, 2, 2)),
        Of("Mx.Conv2d", "stride of each axis", (x, w) => Mx.Conv2d(x, w, stride: (2, 1), padding: (1, 2)), (1, 5, 4, 2), (2, 2, 3, 2)),
        Of("Mx.Conv2d", "elements left out", (x, w) => Mx.Conv2d(x, w, padding: (-1, 1)), (1, 6, 4, 2), (2, 2, 3, 2)),
        Of("Mx.Conv2d", "each channel by itself", (x, w) => Mx.Conv2d(x, w, stride: 2, padding: 1, groups: 3), (2, 5, 4, 3), (3, 3, 3, 1)),
        Of("Mx.Conv2d", "two filters for each channel", (x, w) => Mx.Conv2d(x, w, padding: 1, groups: 3), (2, 4, 4, 3), (6, 3, 3, 1)),
        Of("Mx.Conv3d", "stride and padding", (x, w) => Mx.Conv3d(x, w, stride: (1, 2, 1), padding: (1, 0, 1)), (1, 3, 4, 3, 2), (2, 2, 3, 2, 2)),
        Of("Mx.Conv3d", "groups, dilation", (x, w) => Mx.Conv3d(x, w, dilation: (2, 1, 1), padding: 1, groups: 2), (1, 3, 3, 3, 2), (4, 2, 2, 2, 1)),
        Of("Mx.ConvTranspose1d", "stride, padding, more at the end", (x, w) => Mx.ConvTranspose1d(x, w, 3, 1, 2, 1), (2, 4, 2), (3, 3, 2)),
        Of("Mx.ConvTranspose2d", "stride", (x, w) => Mx.ConvTranspose2d(x, w, stride: (2, 3), outputPadding: (1, 0)), (1, 3, 2, 2), (3, 3, 2, 2)),
        Of("Mx.ConvTranspose2d", "groups", (x, w) => Mx.ConvTranspose2d(x, w, stride: 2, padding: 1, groups: 2), (1, 3, 3, 4), (4, 3, 3, 2)),
        Of("Mx.ConvTranspose3d", "plain", (x, w) => Mx.ConvTranspose3d(x, w), (1, 2, 2, 2, 2), (2, 2, 1, 2, 2)),
        Of("Mx.ConvGeneral", "both ends, both dilations, turned over", (x, w) =>
            Mx.ConvGeneral(x, w, stride: 2, padding: ((1, 0), (0, 3)), kernelDilation: (1, 2), inputDilation: (2, 3), flip: true), (1, 4, 3, 2), (2, 2, 2, 2)),
        Of("Mx.ConvGeneral", "gaps that no window of the stride meets", (x, w) => Mx.ConvGeneral(x, w, stride: 4, padding: 3, inputDilation: 2), (2, 5, 2), (3, 3, 2)),
        Of("Mx.ConvGeneral", "gaps in groups", (x, w) => Mx.ConvGeneral(x, w, stride: 3, padding: 2, kernelDilation: 2, inputDilation: 2, groups: 2), (2, 5, 4), (2, 3, 2)),
        Of("Mx.Convolve", "full", (x, w) => Mx.Convolve(x, w), 7, 3),
        Of("Mx.Convolve", "same, the longer one behind", (x, w) => Mx.Convolve(x, w, ConvolutionMode.Same), 4, 7),
        Of("Mx.Convolve", "valid", (x, w) => Mx.Convolve(x, w, ConvolutionMode.Valid), 7, 4),
        // Sizes that reach blocks, threads and plans.
        Of("Mx.Conv2d", "many channels", (x, w) => Mx.Conv2d(x, w, padding: 1), (2, 9, 8, 40), (33, 3, 3, 40)) with { Order = 1 },
        Of("Mx.Conv2d", "many channels, each by itself", (x, w) => Mx.Conv2d(x, w, padding: 1, groups: 37), (2, 9, 10, 37), (37, 3, 3, 1)) with { Order = 1 },
        Of("Mx.Conv2d", "with what follows", (x, w) => Mx.Tanh(Mx.Conv2d(x, w, padding: 1) + 0.5), (2, 4, 4, 3), (4, 3, 3, 3)),
        Of("Mx.Conv2d", "summed up", (x, w) => Mx.Sum(Mx.Conv2d(x, w, stride: 2)), (2, 5, 5, 3), (4, 3, 3, 3)),
    ];
}
