namespace Tangent.Kernels;

/// <summary>The elements along an axis in ascending order, NaN last.</summary>
internal sealed record SortKernel(int Axis) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis)];
}
