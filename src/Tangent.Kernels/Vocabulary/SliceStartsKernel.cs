namespace Tangent.Kernels;

/// <summary>
/// Starts of slices, int64, counted from the front: along the last axis of the input one for each addressed axis of an
/// array. Negative starts count from the end. A slice that would not lie within the array is refused.
/// </summary>
/// <param name="Function">For the message.</param>
/// <param name="Shape">The shape of the array.</param>
/// <param name="Axes">The addressed axes.</param>
/// <param name="Sizes">The length of a slice along every axis.</param>
internal sealed record SliceStartsKernel(string Function, int[] Shape, int[] Axes, int[] Sizes) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Function), Function), new(nameof(Shape), Shape), new(nameof(Axes), Axes), new(nameof(Sizes), Sizes)];
}
