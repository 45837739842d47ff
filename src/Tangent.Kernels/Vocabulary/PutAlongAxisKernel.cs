namespace Tangent.Kernels;

/// <summary>The first input with the third written at indices along an axis that the second gives; see <see cref="PutAlongAxisExecutor"/>.</summary>
internal sealed record PutAlongAxisKernel(ScatterMode Mode, int Axis, bool Clamp) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Mode), Mode), new(nameof(Axis), Axis), new(nameof(Clamp), Clamp)];

    /// <inheritdoc/>
    public override bool WorksInPlace => true;
}
