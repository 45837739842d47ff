namespace Tangent.Kernels;

/// <summary>The elements at <c>Start + i·Step</c> of every axis; steps may be negative.</summary>
internal sealed record SliceView(int[] Start, int[] Step, int[] Shape) : ViewKernel
{
    /// <inheritdoc/>
    public override Layout Apply(Layout x)
    {
        var strides = new long[Shape.Length];
        long offset = x.Offset;
        for (int axis = 0; axis < Shape.Length; axis++)
        {
            strides[axis] = x.Strides[axis] * Step[axis];
            if (Shape[axis] > 0)
                offset += x.Strides[axis] * Start[axis];
        }
        return new Layout(Shape, strides, offset);
    }
}
