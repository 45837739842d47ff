namespace Tangent.Kernels;

/// <summary>The discrete Fourier transform of every line along an axis, times a number; see <see cref="FourierExecutor"/>.</summary>
/// <param name="Direction">What is transformed into what.</param>
/// <param name="Axis">From 0.</param>
/// <param name="Length">Of a line of numbers, which for a line of real ones is not the length of its spectrum.</param>
/// <param name="Scale">What every result is multiplied by.</param>
internal sealed record FourierKernel(FourierDirection Direction, int Axis, int Length, double Scale) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters =>
        [new(nameof(Direction), Direction), new(nameof(Axis), Axis), new(nameof(Length), Length), new(nameof(Scale), Scale)];
}
