namespace Tangent.Kernels;

/// <summary>Elements of the first input at indices along an axis that the second gives; see <see cref="TakeAlongAxisExecutor"/>.</summary>
internal sealed record TakeAlongAxisKernel(int Axis, bool Clamp) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis), new(nameof(Clamp), Clamp)];
}
