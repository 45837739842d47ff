using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The discrete Fourier transform of real numbers along an axis, of which the first n/2 + 1 results are kept, complex64: the others are their conjugates.</summary>
        /// <param name="a">Real numbers; float64 is refused.</param>
        /// <param name="n">The length of the transform, to which the axis is cut or filled up with zeros; by default its own.</param>
        /// <param name="axis">The axis.</param>
        /// <param name="norm">Which direction is scaled.</param>
        /// <exception cref="ArgumentException">The length is less than 1, or the type is float64 or complex64.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.rfft")]
        public static NDArray Rfft(NDArray a, int? n = null, int axis = -1, FftNorm norm = FftNorm.Backward) =>
            FourierArguments.FromReal("Rfft", FourierArguments.Real("Rfft", a), Axes.Normalize("Rfft", axis, a.Rank), n, norm);
    }
}

/// <summary>Half the spectrum of real numbers along an axis, times a number: linear over the real numbers.</summary>
internal sealed record Rfft(int Axis, double Scale) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis), new(nameof(Scale), Scale)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(HalfSpectrum.Of(x[0].Shape, Axis), DType.Complex64);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new FourierKernel(FourierDirection.FromReal, Axis, x[0].Shape[Axis], Scale);

    /// <summary>Re Σ ct[k]·exp(-2πi·jk/n) over the half: the inverse transform counts all but the ends of conj(ct) twice.</summary>
    public override NDArray Transpose(NDArray ct, ArraySpec x) =>
        new Irfft(Axis, x.Shape[Axis], Scale).Apply(Mx.Conjugate(ct) * HalfSpectrum.Weights(Axis, ct.Rank, x.Shape[Axis], 0.5f));

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Along(Axis);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int axis = axes[0]!.Value;
        return new((this with { Axis = Axis < axis ? Axis : Axis + 1 }).Apply(x[0]), axis);
    }
}
