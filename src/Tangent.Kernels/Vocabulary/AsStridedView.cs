namespace Tangent.Kernels;

/// <summary>The elements of a one-axis array at <c>Offset + Σ i·Strides[axis]</c>; they may overlap.</summary>
internal sealed record AsStridedView(int[] Shape, int[] Strides, int Offset) : ViewKernel
{
    /// <inheritdoc/>
    public override Layout Apply(Layout x) =>
        new(Shape, [.. Strides.Select(stride => stride * x.Strides[0])], x.Offset + (Offset * x.Strides[0]));
}
