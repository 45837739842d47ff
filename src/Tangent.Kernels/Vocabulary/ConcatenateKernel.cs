namespace Tangent.Kernels;

/// <summary>The inputs one after the other along an axis; their other axes are alike.</summary>
internal sealed record ConcatenateKernel(int Axis) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis)];
}
