using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The discrete Fourier transform along an axis: X[k] = Σ a[j]·exp(-2πi·jk/n), complex64.</summary>
        /// <param name="a">Real or complex numbers; float64 is refused.</param>
        /// <param name="n">The length of the transform, to which the axis is cut or filled up with zeros; by default its own.</param>
        /// <param name="axis">The axis.</param>
        /// <param name="norm">Which direction is scaled.</param>
        /// <exception cref="ArgumentException">The length is less than 1, or the type is float64.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.fft")]
        public static NDArray Fft(NDArray a, int? n = null, int axis = -1, FftNorm norm = FftNorm.Backward) => FourierArguments.Along(
            "Fft", FourierArguments.Complex("Fft", a), Axes.Normalize("Fft", axis, a.Rank), n, norm, inverse: false);
    }
}

/// <summary>The Fourier transform along an axis or its inverse, times a number.</summary>
internal sealed record Fft(int Axis, bool Inverse, double Scale) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis), new(nameof(Inverse), Inverse), new(nameof(Scale), Scale)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) =>
        new FourierKernel(Inverse ? FourierDirection.Inverse : FourierDirection.Forward, Axis, y.Shape[Axis], Scale);

    /// <summary>The matrix of the transform is symmetric.</summary>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => Apply(ct);

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Along(Axis);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int axis = axes[0]!.Value;
        return new((this with { Axis = Axis < axis ? Axis : Axis + 1 }).Apply(x[0]), axis);
    }
}
