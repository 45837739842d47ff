using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>
        /// The inverse of <see cref="Rfft"/>: real numbers, float32, from the first n/2 + 1 of their spectrum. The imaginary parts at 0
        /// and, for even n, at n/2 do not count.
        /// </summary>
        /// <param name="a">Real or complex numbers; float64 is refused.</param>
        /// <param name="n">The number of results, for which the axis is cut or filled up with zeros to n/2 + 1; by default 2·(its length - 1).</param>
        /// <param name="axis">The axis.</param>
        /// <param name="norm">Which direction is scaled.</param>
        /// <exception cref="ArgumentException">The length is less than 1, or the type is float64.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.irfft")]
        public static NDArray Irfft(NDArray a, int? n = null, int axis = -1, FftNorm norm = FftNorm.Backward) =>
            FourierArguments.ToReal("Irfft", FourierArguments.Complex("Irfft", a), Axes.Normalize("Irfft", axis, a.Rank), n, norm);
    }
}

/// <summary>So many real numbers from half their spectrum along an axis, times a number: linear over the real numbers.</summary>
internal sealed record Irfft(int Axis, int Length, double Scale) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis), new(nameof(Length), Length), new(nameof(Scale), Scale)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape.With(Axis, Length), DType.Float32);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new FourierKernel(FourierDirection.ToReal, Axis, Length, Scale);

    /// <summary>Σ ct[j]·exp(2πi·jk/n), twice for all but the ends, which count once in a result.</summary>
    public override NDArray Transpose(NDArray ct, ArraySpec x) =>
        Mx.Conjugate(new Rfft(Axis, Scale).Apply(ct)) * HalfSpectrum.Weights(Axis, ct.Rank, Length, 2);

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Along(Axis);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int axis = axes[0]!.Value;
        return new((this with { Axis = Axis < axis ? Axis : Axis + 1 }).Apply(x[0]), axis);
    }
}
