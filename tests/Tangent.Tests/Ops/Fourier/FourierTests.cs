using Xunit;

namespace Tangent.Tests.Ops.Fourier;

public class FourierTests
{
    private static readonly NDArray Real = Mx.AsType(Laws.Samples.Numbers((3, 4, 6), seed: 3), DType.Float32);
    private static readonly NDArray Complex = Laws.Samples.ComplexNumbers((3, 4, 6), seed: 4);

    [Theory]
    [InlineData(FftNorm.Backward)]
    [InlineData(FftNorm.Ortho)]
    [InlineData(FftNorm.Forward)]
    public void An_inverse_undoes(FftNorm norm)
    {
        Near(Complex, Mx.Fourier.Ifft(Mx.Fourier.Fft(Complex, null, 1, norm), null, 1, norm));
        Near(Complex, Mx.Fourier.Fftn(Mx.Fourier.Ifftn(Complex, null, (0, 2), norm), null, (0, 2), norm));
        Near(Complex, Mx.Fourier.Ifft2(Mx.Fourier.Fft2(Complex, norm: norm), norm: norm));
        Near(Real, Mx.Fourier.Irfft(Mx.Fourier.Rfft(Real, null, 0, norm), 3, 0, norm));
        Near(Real, Mx.Fourier.Irfft2(Mx.Fourier.Rfft2(Real, norm: norm), norm: norm));
        Near(Real, Mx.Fourier.Irfftn(Mx.Fourier.Rfftn(Real, null, (2, 1, 0), norm), [6, 4, 3], (2, 1, 0), norm));
    }

    [Fact]
    public void Of_real_numbers_it_is_the_first_half()
    {
        Near(Mx.Fourier.Fft(Real)[.., .., ..4], Mx.Fourier.Rfft(Real));
        Near(Mx.Fourier.Fftn(Real)[.., .., ..4], Mx.Fourier.Rfftn(Real));
        Near(Mx.Fourier.Fft2(Real, [5, 7], (1, 0))[..4], Mx.Fourier.Rfft2(Real, [5, 7], (1, 0)));
    }

    [Fact]
    public void Several_axes_are_one_after_the_other()
    {
        Near(Mx.Fourier.Fft(Mx.Fourier.Fft(Complex, 5, 0), 9, 2), Mx.Fourier.Fftn(Complex, [5, 9], (0, 2)));
        Near(Mx.Fourier.Ifft(Mx.Fourier.Ifft(Complex, axis: 1), axis: 2), Mx.Fourier.Ifft2(Complex));
        Near(Mx.Fourier.Fftn(Complex, [4, 6], (1, 2)), Mx.Fourier.Fftn(Complex, [4, 6]));
    }

    [Fact]
    public void The_convolution_theorem_holds()
    {
        foreach (int length in (int[])[16, 100, 1009])
        {
            NDArray x = Mx.AsType(Laws.Samples.Numbers(length, seed: 1), DType.Float32), w = Mx.AsType(Laws.Samples.Numbers(3, seed: 2), DType.Float32);
            NDArray expected = x * w[0] + Mx.Roll(x, 1) * w[1] + Mx.Roll(x, 2) * w[2];
            Near(expected, Mx.Fourier.Irfft(Mx.Fourier.Rfft(x) * Mx.Fourier.Rfft(w, length), length));
        }
    }

    [Fact]
    public void Types_are_float32_and_complex64()
    {
        foreach (DType dtype in (DType[])[DType.Bool, DType.UInt8, DType.Int32, DType.Int64, DType.Float16, DType.BFloat16, DType.Float32])
        {
            NDArray x = Mx.AsType(Mx.Array(new[] { 1, 0, 1, 1, 0 }), dtype);
            Assert.Equal(DType.Complex64, Mx.Fourier.Fft(x).DType);
            Near(Mx.Fourier.Fft(Mx.AsType(x, DType.Float32)), Mx.Fourier.Fft(x));
            Near(Mx.Fourier.Rfft(Mx.AsType(x, DType.Float32)), Mx.Fourier.Rfft(x));
            Assert.Equal(DType.Float32, Mx.Fourier.Irfft(x).DType);
            Assert.Equal(dtype, Mx.Fourier.FftShift(x).DType);
        }
    }

    [Fact]
    public void Half_a_spectrum_of_one_or_two_numbers()
    {
        Assert.Equal([3f], Mx.Fourier.Irfft(Mx.Array(new[] { new Complex64(3, 9) }), 1).ToArray<float>());
        Assert.Equal([3f, -1f], Mx.Fourier.Irfft(Mx.Array(new[] { new Complex64(2, 9), new Complex64(4, 9) }), 2).ToArray<float>());
        Assert.Equal([new Complex64(7, 0)], Mx.Fourier.Rfft(Mx.Array(new[] { 7f })).ToArray<Complex64>());
    }

    [Fact]
    public void Frequencies_and_shifts_belong_together()
    {
        Assert.Equal([0, 1, 2, -2, -1], (Mx.Fourier.FftFreq(5) * 5).ToArray<float>());
        Assert.Equal([0, 1, 2, 3, -4, -3, -2, -1], (Mx.Fourier.FftFreq(8, 0.5) * 4).ToArray<float>());
        Assert.Equal([0, 1, 2, 3, 4], (Mx.Fourier.RfftFreq(8) * 8).ToArray<float>());
        Assert.Equal([-2, -1, 0, 1, 2], (Mx.Fourier.FftShift(Mx.Fourier.FftFreq(5)) * 5).ToArray<float>());
        NDArray x = Mx.Reshape(Mx.Arange(15), (3, 5));
        Assert.Equal(x.ToArray<int>(), Mx.Fourier.IfftShift(Mx.Fourier.FftShift(x)).ToArray<int>());
        Assert.Equal(x.ToArray<int>(), Mx.Fourier.FftShift(Mx.Fourier.IfftShift(x, -1), 1).ToArray<int>());
    }

    [Fact]
    public void A_spectrum_without_lines_is_empty()
    {
        Assert.Equal([0, 4, 4], Mx.Fourier.Rfftn(Mx.Zeros((0, 4, 6)), null, (1, 2)).Shape);
        Assert.Empty(Mx.Fourier.Rfftn(Mx.Zeros((0, 4, 6)), null, (1, 2)).ToArray<Complex64>());
        Assert.Equal([8, 0], Mx.Fourier.Irfft(Mx.Zeros((5, 0)), axis: 0).Eval().Shape);
        Assert.Equal(new Complex64[8], Mx.Fourier.Fft(Mx.Zeros(0), 8).ToArray<Complex64>());
    }

    [Fact]
    public void Refuses_what_makes_no_sense()
    {
        NDArray wide = Mx.Zeros(4, DType.Float64);
        foreach (Func<NDArray, NDArray> function in (Func<NDArray, NDArray>[])[x => Mx.Fourier.Fft(x), x => Mx.Fourier.Ifft(x), x => Mx.Fourier.Rfft(x), x => Mx.Fourier.Irfft(x), x => Mx.Fourier.Fftn(x), x => Mx.Fourier.Rfftn(x), x => Mx.Fourier.Irfftn(x)])
        {
            Assert.Contains("float64 has no complex type", Assert.Throws<ArgumentException>(() => function(wide)).Message, StringComparison.Ordinal);
            Assert.Contains("Mx.AsType(a, DType.Float32)", Assert.Throws<ArgumentException>(() => function(wide)).Message, StringComparison.Ordinal);
        }
        Refusal.Argument("Rfft: takes real numbers, not complex64", () => Mx.Fourier.Rfft(Complex));
        Refusal.Argument("Fft: a transform of length 0 of an array of shape ", () => Mx.Fourier.Fft(Complex, 0));
        Refusal.Argument("Irfft: a transform of length 0", () => Mx.Fourier.Irfft(Mx.Zeros(1)));
        Refusal.Argument("Irfft2: a transform of length -2", () => Mx.Fourier.Irfft2(Mx.Zeros((2, 0))));
        Refusal.Argument("Fft: axis 3 is out of range for an array with 3 axes", () => Mx.Fourier.Fft(Complex, axis: 3));
        Refusal.Argument("Fft: axis -1 is out of range for an array with 0 axes", () => Mx.Fourier.Fft(Mx.Array(1f)));
        Refusal.Argument("Fft2: axis -2 is out of range", () => Mx.Fourier.Fft2(Mx.Zeros(4)));
        Refusal.Argument("Fftn: 1 lengths for 2 axes.", () => Mx.Fourier.Fftn(Complex, [4], (0, 1)));
        Refusal.Argument("Ifftn: axis 2 is given twice", () => Mx.Fourier.Ifftn(Complex, null, (2, -1)));
        Refusal.Argument("FftShift: axis 0 is given twice", () => Mx.Fourier.FftShift(Complex, (0, -3)));
        Refusal.Argument("Rfftn: no axis", () => Mx.Fourier.Rfftn(Mx.Zeros((2, 2)), null, Axes.Create([])));
        Refusal.Argument("FftFreq: a transform of length 0", () => Mx.Fourier.FftFreq(0));
        Refusal.Argument("RfftFreq: a spacing of 0", () => Mx.Fourier.RfftFreq(4, 0));
        Refusal.Argument("Fft: no such norm", () => Mx.Fourier.Fft(Complex, norm: (FftNorm)7));
    }

    [Fact]
    public void Along_no_axes_nothing_is_transformed()
    {
        NDArray y = Mx.Fourier.Fftn(Complex, null, Axes.Create([]));
        Assert.NotSame(Complex, y);
        Near(Complex, y);
    }

    private static void Near(NDArray expected, NDArray actual)
    {
        Assert.Equal(expected.Spec, actual.Spec);
        double[] first = Laws.Directions.Parts(expected), second = Laws.Directions.Parts(actual);
        double scale = first.Max(Math.Abs);
        for (int i = 0; i < first.Length; i++)
            Assert.True(Math.Abs(first[i] - second[i]) <= 2e-6 * Math.Max(1, scale), $"element {i}: {second[i]}, not {first[i]}");
    }
}
