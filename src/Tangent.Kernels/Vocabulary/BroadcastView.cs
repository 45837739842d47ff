namespace Tangent.Kernels;

/// <summary>Repeats axes of length 1 and adds leading axes, without copying.</summary>
internal sealed record BroadcastView(int[] Shape) : ViewKernel
{
    /// <inheritdoc/>
    public override Layout Apply(Layout x)
    {
        var strides = new long[Shape.Length];
        int added = Shape.Length - x.Shape.Length;
        for (int axis = added; axis < Shape.Length; axis++)
            strides[axis] = x.Shape[axis - added] == 1 ? 0 : x.Strides[axis - added];
        return new Layout(Shape, strides, x.Offset);
    }
}
