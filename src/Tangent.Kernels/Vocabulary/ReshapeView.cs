namespace Tangent.Kernels;

/// <summary>The same elements in row-major order under another shape; copied only where strides cannot express it.</summary>
internal sealed record ReshapeView(int[] Shape) : ViewKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Shape), Shape)];
}
