namespace Tangent.Kernels;

/// <summary>Repeats axes of length 1 and adds leading axes, without copying.</summary>
internal sealed record BroadcastView(int[] Shape) : ViewKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Shape), Shape)];
}
