namespace Tangent.Kernels;

/// <summary>The elements of a one-axis array at <c>Offset + Σ i·Strides[axis]</c>; they may overlap.</summary>
internal sealed record AsStridedView(int[] Shape, int[] Strides, int Offset) : ViewKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Shape), Shape), new(nameof(Strides), Strides), new(nameof(Offset), Offset)];
}
