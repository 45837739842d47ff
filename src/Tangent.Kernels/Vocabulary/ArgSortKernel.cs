namespace Tangent.Kernels;

/// <summary>The places that sort the input along an axis; see <see cref="ArgSortExecutor"/>.</summary>
internal sealed record ArgSortKernel(int Axis) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis)];
}
