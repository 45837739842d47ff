namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static readonly (string Op, Func<NDArray, int[]?, Axes?, FftNorm, NDArray> Function, bool Real)[] FourierAlongAxes =
    [
        ("Fft2", Mx.Fourier.Fft2, false), ("Ifft2", Mx.Fourier.Ifft2, false), ("Rfft2", Mx.Fourier.Rfft2, true), ("Irfft2", Mx.Fourier.Irfft2, false),
        ("Fftn", Mx.Fourier.Fftn, false), ("Ifftn", Mx.Fourier.Ifftn, false), ("Rfftn", Mx.Fourier.Rfftn, true), ("Irfftn", Mx.Fourier.Irfftn, false),
    ];

    private static readonly (string Op, Func<NDArray, int?, int, FftNorm, NDArray> Function, bool Real)[] FourierAlongAnAxis =
    [
        ("Fft", Mx.Fourier.Fft, false), ("Ifft", Mx.Fourier.Ifft, false), ("Rfft", Mx.Fourier.Rfft, true), ("Irfft", Mx.Fourier.Irfft, false),
    ];

    private static IEnumerable<Sample> FourierFamily() =>
    [
        .. FourierAlongAnAxis.SelectMany(entry => new[]
        {
            Fourier(entry.Op, "last axis", x => entry.Function(x, null, -1, FftNorm.Backward), (2, 6), entry.Real),
            Fourier(entry.Op, "odd, first axis", x => entry.Function(x, 5, 0, FftNorm.Ortho), (5, 2), entry.Real),
            Fourier(entry.Op, "middle axis", x => entry.Function(x, null, 1, FftNorm.Forward), (2, 4, 2), entry.Real),
            Fourier(entry.Op, "cut", x => entry.Function(x, 4, -1, FftNorm.Backward), (2, 6), entry.Real),
            Fourier(entry.Op, "filled up", x => entry.Function(x, 9, -1, FftNorm.Ortho), (2, 4), entry.Real),
            Fourier(entry.Op, "one", x => entry.Function(x, 1, 0, FftNorm.Backward), 1, entry.Real),
            Fourier(entry.Op, "a large prime", x => entry.Function(x, 67, 0, FftNorm.Ortho), 67, entry.Real),
            Fourier(entry.Op, "long", x => entry.Function(x, 80, 0, FftNorm.Ortho), 80, entry.Real),
            Fourier(entry.Op, "squared", x => Power(entry.Function(x, null, -1, FftNorm.Ortho)), (2, 4), entry.Real),
        }),
        .. FourierAlongAxes.SelectMany(entry => new[]
        {
            Fourier(entry.Op, "matrix", x => entry.Function(x, null, null, FftNorm.Ortho), (3, 4), entry.Real),
            Fourier(entry.Op, "some axes", x => entry.Function(x, null, (2, 0), FftNorm.Backward), (2, 3, 3), entry.Real),
            Fourier(entry.Op, "cut and filled up", x => entry.Function(x, [3, 5], (-2, -1), FftNorm.Forward), (2, 4, 3), entry.Real),
        }),
        .. new (string Op, Func<NDArray, Axes?, NDArray> Function)[] { ("FftShift", Mx.Fourier.FftShift), ("IfftShift", Mx.Fourier.IfftShift) }.SelectMany(entry => new[]
        {
            Of($"Mx.Fourier.{entry.Op}", "all axes", x => entry.Function(x, null), (3, 4)),
            Of($"Mx.Fourier.{entry.Op}", "one axis", x => entry.Function(x, 0), (3, 4)),
        }),
    ];

    // Linear in what it takes: float32 is all there is, and its roundings are what the tolerance allows.
    private static Sample Fourier(string op, string variant, Func<NDArray, NDArray> function, Shape shape, bool real) =>
        new($"Mx.Fourier.{op}", variant, x => [function(x[0])], real ? Mx.AsType(Numbers(shape), DType.Float32) : ComplexNumbers(shape))
        {
            Tolerance = 2e-3,
            NoNarrow = real ? "float64 is refused" : null,
        };

    private static NDArray Power(NDArray x) => Mx.Square(Mx.Real(x)) + Mx.Square(Mx.Imag(x));
}
